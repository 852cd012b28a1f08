/**
 * Kinds of tokens. The numbers below 128 are CPython's own (`spec/tokens.json`); keywords, which CPython tells apart in
 * its parser, have numbers from 128 on.
 */
export const ENDMARKER = 0;
export const NAME = 1;
export const NUMBER = 2;
export const STRING = 3;
export const NEWLINE = 4;
export const INDENT = 5;
export const DEDENT = 6;
export const LPAR = 7;
export const RPAR = 8;
export const LSQB = 9;
export const RSQB = 10;
export const COLON = 11;
export const COMMA = 12;
export const SEMI = 13;
export const PLUS = 14;
export const MINUS = 15;
export const STAR = 16;
export const SLASH = 17;
export const VBAR = 18;
export const AMPER = 19;
export const LESS = 20;
export const GREATER = 21;
export const EQUAL = 22;
export const DOT = 23;
export const PERCENT = 24;
export const LBRACE = 25;
export const RBRACE = 26;
export const EQEQUAL = 27;
export const NOTEQUAL = 28;
export const LESSEQUAL = 29;
export const GREATEREQUAL = 30;
export const TILDE = 31;
export const CIRCUMFLEX = 32;
export const LEFTSHIFT = 33;
export const RIGHTSHIFT = 34;
export const DOUBLESTAR = 35;
export const PLUSEQUAL = 36;
export const MINEQUAL = 37;
export const STAREQUAL = 38;
export const SLASHEQUAL = 39;
export const PERCENTEQUAL = 40;
export const AMPEREQUAL = 41;
export const VBAREQUAL = 42;
export const CIRCUMFLEXEQUAL = 43;
export const LEFTSHIFTEQUAL = 44;
export const RIGHTSHIFTEQUAL = 45;
export const DOUBLESTAREQUAL = 46;
export const DOUBLESLASH = 47;
export const DOUBLESLASHEQUAL = 48;
export const AT = 49;
export const ATEQUAL = 50;
export const RARROW = 51;
export const ELLIPSIS = 52;
export const COLONEQUAL = 53;
export const EXCLAMATION = 54;
export const OP = 55;
export const TYPE_IGNORE = 56;
export const TYPE_COMMENT = 57;
export const FSTRING_START = 59;
export const FSTRING_MIDDLE = 60;
export const FSTRING_END = 61;
export const TSTRING_START = 62;
export const TSTRING_MIDDLE = 63;
export const TSTRING_END = 64;
export const COMMENT = 65;
export const NL = 66;
export const ERRORTOKEN = 67;

export const FIRST_KEYWORD = 128;
export const FALSE = 128;
export const NONE = 129;
export const TRUE = 130;
export const AND = 131;
export const AS = 132;
export const ASSERT = 133;
export const ASYNC = 134;
export const AWAIT = 135;
export const BREAK = 136;
export const CLASS = 137;
export const CONTINUE = 138;
export const DEF = 139;
export const DEL = 140;
export const ELIF = 141;
export const ELSE = 142;
export const EXCEPT = 143;
export const FINALLY = 144;
export const FOR = 145;
export const FROM = 146;
export const GLOBAL = 147;
export const IF = 148;
export const IMPORT = 149;
export const IN = 150;
export const IS = 151;
export const LAMBDA = 152;
export const NONLOCAL = 153;
export const NOT = 154;
export const OR = 155;
export const PASS = 156;
export const RAISE = 157;
export const RETURN = 158;
export const TRY = 159;
export const WHILE = 160;
export const WITH = 161;
export const YIELD = 162;

/** The keywords, in the order of their kinds from `FIRST_KEYWORD` on. */
export const KEYWORDS: readonly string[] = [
  'False',
  'None',
  'True',
  'and',
  'as',
  'assert',
  'async',
  'await',
  'break',
  'class',
  'continue',
  'def',
  'del',
  'elif',
  'else',
  'except',
  'finally',
  'for',
  'from',
  'global',
  'if',
  'import',
  'in',
  'is',
  'lambda',
  'nonlocal',
  'not',
  'or',
  'pass',
  'raise',
  'return',
  'try',
  'while',
  'with',
  'yield',
];

/** Operators and delimiters with their kinds, longest first. */
export const OPERATORS: readonly (readonly [string, number])[] = [
  ['**=', DOUBLESTAREQUAL],
  ['...', ELLIPSIS],
  ['//=', DOUBLESLASHEQUAL],
  ['<<=', LEFTSHIFTEQUAL],
  ['>>=', RIGHTSHIFTEQUAL],
  ['!=', NOTEQUAL],
  ['<>', NOTEQUAL],
  ['%=', PERCENTEQUAL],
  ['&=', AMPEREQUAL],
  ['**', DOUBLESTAR],
  ['*=', STAREQUAL],
  ['+=', PLUSEQUAL],
  ['-=', MINEQUAL],
  ['->', RARROW],
  ['//', DOUBLESLASH],
  ['/=', SLASHEQUAL],
  [':=', COLONEQUAL],
  ['<<', LEFTSHIFT],
  ['<=', LESSEQUAL],
  ['==', EQEQUAL],
  ['>=', GREATEREQUAL],
  ['>>', RIGHTSHIFT],
  ['@=', ATEQUAL],
  ['^=', CIRCUMFLEXEQUAL],
  ['|=', VBAREQUAL],
  ['!', EXCLAMATION],
  ['%', PERCENT],
  ['&', AMPER],
  ['(', LPAR],
  [')', RPAR],
  ['*', STAR],
  ['+', PLUS],
  [',', COMMA],
  ['-', MINUS],
  ['.', DOT],
  ['/', SLASH],
  [':', COLON],
  [';', SEMI],
  ['<', LESS],
  ['=', EQUAL],
  ['>', GREATER],
  ['@', AT],
  ['[', LSQB],
  [']', RSQB],
  ['^', CIRCUMFLEX],
  ['{', LBRACE],
  ['|', VBAR],
  ['}', RBRACE],
  ['~', TILDE],
];
