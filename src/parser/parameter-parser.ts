/** The parameters of functions and lambdas. */
import { arg, arguments_, type expr, type Lambda, Starred } from '../ast/nodes.generated.ts';
import * as T from '../lexer/token.ts';
import { DEPTH } from './depth.ts';
import { PARSE_FAILED } from './parser-base.ts';
import { StringParser } from './string-parser.ts';

export abstract class ParameterParser extends StringParser {
  abstract expression(): expr;
  abstract bitwise_or(): expr;

  /**
   * params or lambda_params, up to the `)` or `:` after them. Parameters of a lambda have no annotations.
   * @cpython Parser/action_helpers.c _PyPegen_make_arguments (3.14)
   */
  parameters(isLambda: boolean): Lambda['args'] {
    const close = isLambda ? T.COLON : T.RPAR;
    let posonlyargs: arg[] = [];
    let args: arg[] = [];
    let vararg: arg | null = null;
    const kwonlyargs: arg[] = [];
    const kw_defaults: (expr | null)[] = [];
    let kwarg: arg | null = null;
    const defaults: expr[] = [];
    let hasStar = false;
    let hasSlash = false;
    while (this.kinds[this.pos] !== close) {
      const kind = this.kinds[this.pos]!;
      if (kind === T.SLASH) {
        if (hasSlash || hasStar || args.length === 0) throw PARSE_FAILED;
        this.checkVersion(8);
        this.pos++;
        hasSlash = true;
        posonlyargs = args;
        args = [];
        if (!this.accept(T.COMMA) && this.kinds[this.pos] !== close) throw PARSE_FAILED;
        continue;
      }
      if (kind === T.DOUBLESTAR) {
        this.pos++;
        kwarg = this.parameter(isLambda, false);
        this.endParameter(kwarg, close);
        break;
      }
      if (kind === T.STAR) {
        if (hasStar) throw PARSE_FAILED;
        hasStar = true;
        this.pos++;
        if (this.accept(T.COMMA)) {
          // A bare star: a parameter with a name must follow, and no comment.
          if (this.kinds[this.pos] !== T.NAME) throw PARSE_FAILED;
          continue;
        }
        vararg = this.parameter(isLambda, true);
        this.endParameter(vararg, close);
        continue;
      }
      const parameter = this.parameter(isLambda, false);
      const value = this.accept(T.EQUAL) ? this.defaultValue() : null;
      this.endParameter(parameter, close);
      if (hasStar) {
        kwonlyargs.push(parameter);
        kw_defaults.push(value);
      } else {
        if (value !== null) defaults.push(value);
        else if (defaults.length > 0) throw PARSE_FAILED;
        args.push(parameter);
      }
    }
    return arguments_(posonlyargs, args, vararg, kwonlyargs, kw_defaults, kwarg, defaults);
  }

  private defaultValue(): expr {
    this.descend(DEPTH.lambdaDefault);
    const value = this.expression();
    this.depth -= DEPTH.lambdaDefault;
    return value;
  }

  private parameter(isLambda: boolean, mayStar: boolean): arg {
    const start = this.pos;
    const name = this.name();
    let annotation: expr | null = null;
    if (!isLambda && this.accept(T.COLON)) {
      annotation = mayStar && this.kinds[this.pos] === T.STAR ? this.starAnnotation() : this.expression();
    }
    const end = this.pos - 1;
    return arg(
      name,
      annotation,
      null,
      this.lines[start]!,
      this.columns[start]!,
      this.endLines[end]!,
      this.endColumns[end]!,
    );
  }

  private starAnnotation(): expr {
    const start = this.pos++;
    const value = this.bitwise_or();
    const end = this.pos - 1;
    return Starred(value, 'Load', this.lines[start]!, this.columns[start]!, this.endLines[end]!, this.endColumns[end]!);
  }

  /** A comma or the end of the parameters, with the type comment that may stand there. */
  private endParameter(parameter: arg, close: number): void {
    const hasComma = this.accept(T.COMMA);
    const comment = this.typeComment();
    if (comment !== null) {
      if (close === T.COLON) throw PARSE_FAILED;
      parameter.type_comment = comment;
    }
    if (!hasComma && this.kinds[this.pos] !== close) throw PARSE_FAILED;
  }
}
