/**
 * The type `cell`.
 *
 * @cpython Objects/cellobject.c
 */
import {
  cellType,
  identityText,
  NotImplemented,
  PyCell,
  richCompare,
  strFromUtf16,
  typeError,
  typeName,
  typeSpec,
  valueError,
} from '../core/index.ts';

export const cellSpec = typeSpec(cellType, {
  doc: `cell([contents])
--

Create a new cell object.

  contents
    the contents of the cell. If not specified, the cell will be empty,
    and further attempts to access its cell_contents attribute will
    raise a ValueError.`,
  slots: {
    tp_new: (_type, args, kwnames) => {
      if (kwnames !== null) throw typeError('cell() takes no keyword arguments');
      if (args.length > 1) throw typeError(`cell expected at most 1 argument, got ${args.length}`);
      return new PyCell(args[0]);
    },
    tp_repr: (self) => {
      const value = (self as PyCell).value;
      const contents = value === undefined ? 'empty' : `${typeName(value)} object at ${identityText(value)}`;
      return strFromUtf16(`<cell at ${identityText(self)}: ${contents}>`);
    },
    tp_hash: null,
    tp_richcompare: (left, right, op) => {
      if (!(left instanceof PyCell) || !(right instanceof PyCell)) return NotImplemented;
      if (left.value !== undefined && right.value !== undefined) return richCompare(left.value, right.value, op);
      // An empty cell comes before any other.
      return richCompare(left.value === undefined ? 0 : 1, right.value === undefined ? 0 : 1, op);
    },
  },
  getset: {
    cell_contents: {
      get: (self) => {
        const value = (self as PyCell).value;
        if (value === undefined) throw valueError('Cell is empty');
        return value;
      },
      set: (self, value) => {
        (self as PyCell).value = value;
      },
    },
  },
});
