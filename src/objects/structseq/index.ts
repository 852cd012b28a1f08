export {
  PyStructSequence,
  structSequenceType,
  type StructSequenceDescription,
  type StructSequenceType,
} from './struct-sequence.ts';
