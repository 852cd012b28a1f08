/** `_io`: the streams of `io`. @cpython Modules/_io/_iomodule.c */
import {
  None,
  asText,
  excTypes,
  nativeFunction,
  typeError,
  typeName,
  valueError,
  type Value,
} from '../../objects/core/index.ts';
import { currentInterpreter } from '../../runtime/index.ts';
import { defineModule } from '../define-module.ts';
import { bufferedSpecs } from './buffered-io.ts';
import { bytesIOBufferSpec, bytesIOSpec } from './bytes-io.ts';
import { fileIOSpec } from './file-io.ts';
import { bufferedIOBaseSpec, ioBaseSpec, rawIOBaseSpec, textIOBaseSpec } from './io-base.ts';
import { DEFAULT_BUFFER_SIZE, unsupportedOperationType } from './io-types.ts';
import { newlineDecoderSpec } from './newline-decoder.ts';
import { open } from './open.ts';
import { OPEN_DOC } from './open-doc.ts';
import { stringIOSpec } from './string-io.ts';
import { textIOWrapperSpec } from './text-io.ts';

export const ioModule = defineModule('_io', {
  doc: 'The io module provides the Python interfaces to stream handling.',
  functions: {
    open: nativeFunction(
      "($module, /, file, mode='r', buffering=-1, encoding=None,\n     errors=None, newline=None, closefd=True, opener=None)",
      open,
      OPEN_DOC,
    ),
    open_code: nativeFunction(
      '($module, /, path)',
      (path: Value) => {
        if (asText(path) === undefined)
          throw typeError(`open_code() argument 'path' must be str, not ${typeName(path)}`);
        return open(path, 'rb');
      },
      'Opens the provided file with the intent to import the contents.',
    ),
    text_encoding: nativeFunction(
      '($module, encoding, stacklevel=2, /)',
      (encoding: Value) => {
        if (encoding === None) return currentInterpreter().config.utf8Mode ? 'utf-8' : 'locale';
        if (asText(encoding) === undefined) throw valueError('embedded null character');
        return encoding;
      },
      'A helper function to choose the text encoding.',
    ),
  },
  hiddenTypes: [bytesIOBufferSpec],
  types: [
    ioBaseSpec,
    rawIOBaseSpec,
    bufferedIOBaseSpec,
    textIOBaseSpec,
    fileIOSpec,
    bytesIOSpec,
    ...bufferedSpecs,
    newlineDecoderSpec,
    textIOWrapperSpec,
    stringIOSpec,
  ],
  constants: () => ({
    DEFAULT_BUFFER_SIZE,
    UnsupportedOperation: unsupportedOperationType(),
    BlockingIOError: excTypes.BlockingIOError,
  }),
});
