/** Where an attribute access stands that spans lines: at the attribute's name. */
import type { Attribute } from '../../ast/nodes.generated.ts';
import { Location } from '../instruction-sequence.ts';

/** @cpython Python/codegen.c update_start_location_to_match_attr (3.14) */
export function attributeLocation(loc: Location, e: Attribute): Location {
  if (loc.lineno === e.end_lineno) return loc;
  const lineno = e.end_lineno;
  const length = codePointCount(e.attr);
  let { end_col_offset } = loc;
  let col_offset = -1;
  if (length <= e.end_col_offset) col_offset = e.end_col_offset - length;
  else end_col_offset = -1;
  const end_lineno = Math.max(lineno, loc.end_lineno);
  if (lineno === end_lineno) end_col_offset = Math.max(col_offset, end_col_offset);
  return new Location(lineno, end_lineno, col_offset, end_col_offset);
}

function codePointCount(text: string): number {
  let count = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count--;
  }
  return count;
}
