/**
 * The grammar of Python 3.14 as a table for the error pass: the rules of valid programs. `invalid-grammar.ts` has those
 * that match mistakes.
 *
 * Only this pass must try the same alternatives in the same order as CPython: how far CPython's parser looks ahead
 * decides where it says "invalid syntax". The notation (read by `notation.ts`):
 *
 * | written | meaning |
 * |---|---|
 * | `name = …` then `/ …` | a rule and its alternatives, in order |
 * | `name! = …`, `name^ = …` | results are kept; the rule is left-recursive |
 * | `'if'`, `"match"`, `NAME` | a token, a soft keyword, a class of tokens |
 * | `x?` `x*` `x+` `x % ','` | optional, repeated, repeated with separators |
 * | `&x` `!x` `~` `&&':'` | lookaheads, no way back, must follow |
 * | `a:x` | keep the match under a name |
 * | `-> Kind` | make a node of this kind, with the kept matches as its parts |
 * | `-> $a` | the result is the kept match |
 * | `-> act name` | `actions.ts` decides |
 * | `-> at(a) "…"` and the like | a complaint; see `complaints.ts` |
 */
export const GRAMMAR = String.raw`
file = statements? ENDMARKER
interactive = statement_newline
eval = expressions NEWLINE* ENDMARKER
func_type = '(' type_expressions? ')' '->' expression NEWLINE* ENDMARKER

statements = statement+
statement = compound_stmt / simple_stmts
single_compound_stmt = compound_stmt
statement_newline = single_compound_stmt NEWLINE / simple_stmts / NEWLINE / ENDMARKER -> act interactive_exit
simple_stmts = simple_stmt !';' NEWLINE / simple_stmt % ';' ';'? NEWLINE
simple_stmt! = assignment
  / &"type" type_alias
  / star_expressions
  / &'return' return_stmt
  / &('import' / 'from') import_stmt
  / &'raise' raise_stmt
  / &'pass' pass_stmt
  / &'del' del_stmt
  / &'yield' yield_stmt
  / &'assert' assert_stmt
  / &'break' break_stmt
  / &'continue' continue_stmt
  / &'global' global_stmt
  / &'nonlocal' nonlocal_stmt
compound_stmt = &('def' / '@' / 'async') function_def
  / &'if' if_stmt
  / &('class' / '@') class_def
  / &('with' / 'async') with_stmt
  / &('for' / 'async') for_stmt
  / &'try' try_stmt
  / &'while' while_stmt
  / match_stmt

assignment = NAME ':' expression ('=' annotated_rhs)? -> since(6) "Variable annotation syntax is"
  / ('(' single_target ')' / single_subscript_attribute_target) ':' expression ('=' annotated_rhs)? -> since(6) "Variable annotations syntax is"
  / (star_targets '=')+ annotated_rhs !'=' TYPE_COMMENT?
  / single_target augassign ~ annotated_rhs
  / invalid_assignment
annotated_rhs = yield_expr / star_expressions
augassign = '+=' / '-=' / '*=' / '@=' -> since(5) "The '@' operator is"
  / '/=' / '%=' / '&=' / '|=' / '^=' / '<<=' / '>>=' / '**=' / '//='
return_stmt = 'return' star_expressions?
raise_stmt = 'raise' expression 'from' expression / 'raise' expression / 'raise'
pass_stmt = 'pass' -> Pass
break_stmt = 'break' -> Break
continue_stmt = 'continue' -> Continue
global_stmt = 'global' NAME % ','
nonlocal_stmt = 'nonlocal' NAME % ','
del_stmt = 'del' del_targets &(';' / NEWLINE) / invalid_del_stmt
yield_stmt = yield_expr
assert_stmt = 'assert' expression (',' expression)?
import_stmt = invalid_import / import_name / import_from
import_name = 'import' dotted_as_names
import_from = 'from' ('.' / '...')* b:dotted_name 'import' c:import_from_targets -> act future_import
  / 'from' ('.' / '...')+ 'import' import_from_targets
import_from_targets = '(' a:import_from_as_names ','? ')' -> $a
  / a:import_from_as_names !',' -> $a
  / '*'
  / invalid_import_from_targets
import_from_as_names = import_from_as_name % ','
import_from_as_name = invalid_import_from_as_name / a:NAME ('as' NAME)? -> $a
dotted_as_names = dotted_as_name % ','
dotted_as_name = invalid_dotted_as_name / dotted_name ('as' NAME)?
dotted_name^ = dotted_name '.' NAME -> Dotted / NAME

block! = NEWLINE INDENT statements DEDENT / simple_stmts / invalid_block
decorators = ('@' named_expression NEWLINE)+
class_def = decorators class_def_raw / class_def_raw
class_def_raw = invalid_class_def_raw / 'class' NAME type_params? ('(' arguments? ')')? ':' block
function_def = decorators function_def_raw / function_def_raw
function_def_raw = invalid_def_raw
  / 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' func_type_comment? block
  / 'async' 'def' NAME type_params? '(' params? ')' ('->' expression)? ':' func_type_comment? block -> since(5) "Async functions are"

params = invalid_parameters / parameters
parameters = slash_no_default param_no_default* param_with_default* star_etc? -> since(8) "Positional-only parameters are"
  / slash_with_default param_with_default* star_etc? -> since(8) "Positional-only parameters are"
  / param_no_default+ param_with_default* star_etc?
  / param_with_default+ star_etc?
  / star_etc
slash_no_default = param_no_default+ '/' ',' / param_no_default+ '/' &')'
slash_with_default = param_no_default* param_with_default+ '/' ',' / param_no_default* param_with_default+ '/' &')'
star_etc = invalid_star_etc
  / '*' param_no_default param_maybe_default* kwds?
  / '*' param_no_default_star_annotation param_maybe_default* kwds?
  / '*' ',' param_maybe_default+ kwds?
  / kwds
kwds = invalid_kwds / '**' param_no_default
param_no_default = a:param ',' TYPE_COMMENT? -> $a / a:param TYPE_COMMENT? &')' -> $a
param_no_default_star_annotation = param_star_annotation ',' TYPE_COMMENT? / param_star_annotation TYPE_COMMENT? &')'
param_with_default = param default ',' TYPE_COMMENT? / param default TYPE_COMMENT? &')'
param_maybe_default = param default? ',' TYPE_COMMENT? / param default? TYPE_COMMENT? &')'
param = NAME annotation? -> Arg
param_star_annotation = NAME star_annotation -> Arg
annotation = ':' expression
star_annotation = ':' star_expression
default = '=' expression / invalid_default

if_stmt = invalid_if_stmt
  / 'if' named_expression ':' block elif_stmt
  / 'if' named_expression ':' block else_block?
elif_stmt = invalid_elif_stmt
  / 'elif' named_expression ':' block elif_stmt
  / 'elif' named_expression ':' block else_block?
else_block = invalid_else_stmt / 'else' &&':' block
while_stmt = invalid_while_stmt / 'while' named_expression ':' block else_block?
for_stmt = invalid_for_stmt
  / 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block?
  / 'async' 'for' star_targets 'in' ~ star_expressions ':' TYPE_COMMENT? block else_block? -> since(5) "Async for loops are"
  / invalid_for_target
with_stmt = invalid_with_stmt_indent
  / 'with' '(' with_item % ',' ','? ')' ':' TYPE_COMMENT? block
  / 'with' with_item % ',' ':' TYPE_COMMENT? block
  / 'async' 'with' '(' with_item % ',' ','? ')' ':' block -> since(5) "Async with statements are"
  / 'async' 'with' with_item % ',' ':' TYPE_COMMENT? block -> since(5) "Async with statements are"
  / invalid_with_stmt
with_item = expression 'as' star_target &(',' / ')' / ':') / invalid_with_item / expression
try_stmt = invalid_try_stmt
  / 'try' &&':' block finally_block
  / 'try' &&':' block except_block+ else_block? finally_block?
  / 'try' &&':' block except_star_block+ else_block? finally_block? -> since(11) "Exception groups are"
except_block = invalid_except_stmt_indent
  / 'except' expression ':' block
  / 'except' expression 'as' NAME ':' block
  / 'except' expressions ':' block -> since(14) "except expressions without parentheses are"
  / 'except' ':' block
  / invalid_except_stmt
except_star_block = invalid_except_star_stmt_indent
  / 'except' '*' expression ':' block
  / 'except' '*' expression 'as' NAME ':' block
  / 'except' '*' expressions ':' block -> since(14) "except expressions without parentheses are"
  / invalid_except_star_stmt
finally_block = invalid_finally_stmt / 'finally' &&':' block

match_stmt = "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT -> since(10) "Pattern matching is"
  / invalid_match_stmt
subject_expr = star_named_expression ',' star_named_expressions? -> Tuple / named_expression
case_block = invalid_case_block / "case" patterns guard? ':' block
guard = 'if' named_expression
patterns = open_sequence_pattern -> Pattern / pattern
pattern = as_pattern / or_pattern
as_pattern = or_pattern 'as' pattern_capture_target -> Pattern / invalid_as_pattern
or_pattern = closed_pattern % '|' -> Pattern
closed_pattern! = literal_pattern / capture_pattern / wildcard_pattern / value_pattern / group_pattern
  / sequence_pattern / mapping_pattern / class_pattern
literal_pattern = signed_number !('+' / '-') -> Pattern
  / complex_number -> Pattern
  / strings -> Pattern
  / 'None' -> Pattern
  / 'True' -> Pattern
  / 'False' -> Pattern
literal_expr = signed_number !('+' / '-') / complex_number / &(STRING / FSTRING_START / TSTRING_START) strings
  / 'None' / 'True' / 'False'
complex_number = signed_real_number '+' imaginary_number / signed_real_number '-' imaginary_number
signed_number = NUMBER / '-' NUMBER
signed_real_number = real_number / '-' real_number
real_number = a:NUMBER -> act ensure_real
imaginary_number = a:NUMBER -> act ensure_imaginary
capture_pattern = pattern_capture_target -> Pattern
pattern_capture_target = !"_" a:NAME !('.' / '(' / '=') -> $a
wildcard_pattern = "_" -> Pattern
value_pattern = attr !('.' / '(' / '=') -> Pattern
attr^ = name_or_attr '.' NAME -> Attribute
name_or_attr = attr / NAME
group_pattern = '(' a:pattern ')' -> $a
sequence_pattern = '[' maybe_sequence_pattern? ']' -> Pattern / '(' open_sequence_pattern? ')' -> Pattern
open_sequence_pattern = maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern = maybe_star_pattern % ',' ','?
maybe_star_pattern = star_pattern / pattern
star_pattern! = '*' pattern_capture_target -> Pattern / '*' wildcard_pattern -> Pattern
mapping_pattern = '{' '}' -> Pattern
  / '{' double_star_pattern ','? '}' -> Pattern
  / '{' items_pattern ',' double_star_pattern ','? '}' -> Pattern
  / '{' items_pattern ','? '}' -> Pattern
items_pattern = key_value_pattern % ','
key_value_pattern = (literal_expr / attr) ':' pattern
double_star_pattern = '**' pattern_capture_target
class_pattern = name_or_attr '(' ')' -> Pattern
  / name_or_attr '(' positional_patterns ','? ')' -> Pattern
  / name_or_attr '(' keyword_patterns ','? ')' -> Pattern
  / name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' -> Pattern
  / invalid_class_pattern
positional_patterns = pattern % ','
keyword_patterns = keyword_pattern % ','
keyword_pattern = NAME '=' pattern

type_alias = "type" NAME type_params? '=' expression -> since(12) "Type statement is"
type_params = invalid_type_params / '[' type_param_seq ']' -> since(12) "Type parameter lists are"
type_param_seq = type_param % ',' ','?
type_param! = NAME type_param_bound? type_param_default?
  / invalid_type_param
  / '*' NAME type_param_starred_default?
  / '**' NAME type_param_default?
type_param_bound = ':' expression
type_param_default = '=' expression -> since(13) "Type parameter defaults are"
type_param_starred_default = '=' star_expression -> since(13) "Type parameter defaults are"

expressions = expression (',' expression)+ ','? -> Tuple / expression ',' -> Tuple / expression
expression! = invalid_expression
  / invalid_legacy_expression
  / disjunction 'if' disjunction 'else' expression -> IfExp
  / disjunction
  / lambdef
yield_expr = 'yield' 'from' expression -> Yield / 'yield' star_expressions? -> Yield
star_expressions = a:star_expression b:(',' c:star_expression -> $c)+ ','? -> Tuple
  / a:star_expression ',' -> Tuple
  / star_expression
star_expression! = '*' a:bitwise_or -> Starred / expression
star_named_expressions = a:star_named_expression % ',' ','? -> $a
star_named_expression = '*' a:bitwise_or -> Starred / named_expression
assignment_expression = NAME ':=' ~ expression -> since(8) "Assignment expressions are" NamedExpr
named_expression = assignment_expression / invalid_named_expression / a:expression !':=' -> $a
disjunction! = conjunction ('or' conjunction)+ -> BoolOp / conjunction
conjunction! = inversion ('and' inversion)+ -> BoolOp / inversion
inversion! = 'not' inversion -> UnaryOp / comparison
comparison = a:bitwise_or b:compare_op_bitwise_or_pair+ -> Compare / bitwise_or
compare_op_bitwise_or_pair = eq_bitwise_or / noteq_bitwise_or / lte_bitwise_or / lt_bitwise_or / gte_bitwise_or
  / gt_bitwise_or / notin_bitwise_or / in_bitwise_or / isnot_bitwise_or / is_bitwise_or / invalid_not_equal
eq_bitwise_or = '==' bitwise_or -> OtherComparison
noteq_bitwise_or = (a:'!=' -> act check_barry) bitwise_or -> OtherComparison
lte_bitwise_or = '<=' bitwise_or -> OtherComparison
lt_bitwise_or = '<' bitwise_or -> OtherComparison
gte_bitwise_or = '>=' bitwise_or -> OtherComparison
gt_bitwise_or = '>' bitwise_or -> OtherComparison
notin_bitwise_or = 'not' 'in' bitwise_or -> OtherComparison
in_bitwise_or = 'in' bitwise_or -> InComparison
isnot_bitwise_or = 'is' 'not' bitwise_or -> OtherComparison
is_bitwise_or = 'is' bitwise_or -> OtherComparison
bitwise_or^ = bitwise_or '|' bitwise_xor -> BinOp / bitwise_xor
bitwise_xor^ = bitwise_xor '^' bitwise_and -> BinOp / bitwise_and
bitwise_and^ = bitwise_and '&' shift_expr -> BinOp / shift_expr
shift_expr^ = shift_expr '<<' sum -> BinOp / shift_expr '>>' sum -> BinOp / invalid_arithmetic / sum
sum^ = sum '+' term -> BinOp / sum '-' term -> BinOp / term
term^ = term '*' factor -> BinOp
  / term '/' factor -> BinOp
  / term '//' factor -> BinOp
  / term '%' factor -> BinOp
  / term '@' factor -> since(5) "The '@' operator is" BinOp
  / invalid_factor
  / factor
factor! = '+' factor -> UnaryOp / '-' factor -> UnaryOp / '~' factor -> UnaryOp / power
power = await_primary '**' factor -> BinOp / await_primary
await_primary! = 'await' primary -> since(5) "Await expressions are" Await / primary
primary^ = primary '.' NAME -> Attribute
  / primary genexp -> Call
  / primary '(' arguments? ')' -> Call
  / primary '[' slices ']' -> Subscript
  / atom
slices = a:slice !',' -> $a / (slice / starred_expression) % ',' ','? -> Tuple
slice = expression? ':' expression? (':' expression?)? -> Slice / named_expression
atom = NAME
  / 'True' -> True
  / 'False' -> False
  / 'None' -> None
  / &(STRING / FSTRING_START / TSTRING_START) strings
  / NUMBER
  / &'(' (tuple / group / genexp)
  / &'[' (list / listcomp)
  / &'{' (dict / set / dictcomp / setcomp)
  / '...' -> Ellipsis
group = '(' a:(yield_expr / named_expression) ')' -> $a / invalid_group

lambdef = 'lambda' lambda_params? ':' expression -> Lambda
lambda_params = invalid_lambda_parameters / lambda_parameters
lambda_parameters = lambda_slash_no_default lambda_param_no_default* lambda_param_with_default* lambda_star_etc? -> since(8) "Positional-only parameters are"
  / lambda_slash_with_default lambda_param_with_default* lambda_star_etc? -> since(8) "Positional-only parameters are"
  / lambda_param_no_default+ lambda_param_with_default* lambda_star_etc?
  / lambda_param_with_default+ lambda_star_etc?
  / lambda_star_etc
lambda_slash_no_default = lambda_param_no_default+ '/' ',' / lambda_param_no_default+ '/' &':'
lambda_slash_with_default = lambda_param_no_default* lambda_param_with_default+ '/' ','
  / lambda_param_no_default* lambda_param_with_default+ '/' &':'
lambda_star_etc = invalid_lambda_star_etc
  / '*' lambda_param_no_default lambda_param_maybe_default* lambda_kwds?
  / '*' ',' lambda_param_maybe_default+ lambda_kwds?
  / lambda_kwds
lambda_kwds = invalid_lambda_kwds / '**' lambda_param_no_default
lambda_param_no_default = a:lambda_param ',' -> $a / a:lambda_param &':' -> $a
lambda_param_with_default = lambda_param default ',' / lambda_param default &':'
lambda_param_maybe_default = lambda_param default? ',' / lambda_param default? &':'
lambda_param = NAME -> Arg

fstring_middle = fstring_replacement_field / a:FSTRING_MIDDLE -> $a
fstring_replacement_field = '{' annotated_rhs '='? fstring_conversion? fstring_full_format_spec? '}' -> FormattedValue
  / invalid_fstring_replacement_field
fstring_conversion = a:'!' b:NAME -> act check_conversion
fstring_full_format_spec = ':' fstring_format_spec*
fstring_format_spec = a:FSTRING_MIDDLE -> act decode_middle / fstring_replacement_field
fstring = a:FSTRING_START b:fstring_middle* c:FSTRING_END -> act joined_str
tstring_format_spec_replacement_field = '{' annotated_rhs '='? fstring_conversion? tstring_full_format_spec? '}' -> FormattedValue
  / invalid_tstring_replacement_field
tstring_format_spec = a:TSTRING_MIDDLE -> act decode_middle / tstring_format_spec_replacement_field
tstring_full_format_spec = ':' tstring_format_spec*
tstring_replacement_field = '{' annotated_rhs '='? fstring_conversion? tstring_full_format_spec? '}' -> Interpolation
  / invalid_tstring_replacement_field
tstring_middle = tstring_replacement_field / a:TSTRING_MIDDLE -> $a
tstring! = a:TSTRING_START b:tstring_middle* c:TSTRING_END -> act template_str
string = a:STRING -> act string_constant
strings! = invalid_string_tstring_concat
  / a:(fstring / string)+ -> act concatenate
  / tstring+ -> TemplateStr

list = '[' a:star_named_expressions? ']' -> List
tuple = '(' a:(b:star_named_expression ',' c:star_named_expressions? -> act prepend)? ')' -> Tuple
set = '{' star_named_expressions '}' -> Set
dict = '{' double_starred_kvpairs? '}' -> Dict / '{' invalid_double_starred_kvpairs '}'
double_starred_kvpairs = double_starred_kvpair % ',' ','?
double_starred_kvpair = '**' bitwise_or / kvpair
kvpair = expression ':' expression
for_if_clauses = for_if_clause+
for_if_clause = 'async' 'for' star_targets 'in' ~ a:disjunction b:('if' c:disjunction -> $c)* -> since(6) "Async comprehensions are" Comprehension
  / 'for' star_targets 'in' ~ a:disjunction b:('if' c:disjunction -> $c)* -> Comprehension
  / invalid_for_if_clause
  / invalid_for_target
listcomp = '[' named_expression for_if_clauses ']' -> ListComp / invalid_comprehension
setcomp = '{' named_expression for_if_clauses '}' -> SetComp / invalid_comprehension
genexp = '(' (assignment_expression / a:expression !':=' -> $a) for_if_clauses ')' -> GeneratorExp / invalid_comprehension
dictcomp = '{' kvpair for_if_clauses '}' -> DictComp / invalid_dict_comprehension

arguments! = a:args ','? &')' -> $a / invalid_arguments
args = a:(starred_expression / a:(assignment_expression / a:expression !':=' -> $a) !'=' -> $a) % ',' b:(',' c:kwargs -> $c)? -> Arguments
  / b:kwargs -> Arguments
kwargs = a:kwarg_or_starred % ',' ',' b:kwarg_or_double_starred % ',' -> act join
  / kwarg_or_starred % ','
  / kwarg_or_double_starred % ','
starred_expression = invalid_starred_expression_unpacking / '*' a:expression -> Starred / invalid_starred_expression
kwarg_or_starred = invalid_kwarg / NAME '=' expression -> Keyword / starred_expression
kwarg_or_double_starred = invalid_kwarg / NAME '=' expression -> Keyword / '**' expression -> DoubleStarred

star_targets = a:star_target !',' -> $a / star_target (',' star_target)* ','? -> Tuple
star_targets_list_seq = star_target % ',' ','?
star_targets_tuple_seq = star_target (',' star_target)+ ','? / star_target ','
star_target! = '*' a:(!'*' b:star_target -> $b) -> Starred / target_with_star_atom
target_with_star_atom! = t_primary '.' NAME !t_lookahead -> Attribute
  / t_primary '[' slices ']' !t_lookahead -> Subscript
  / star_atom
star_atom = NAME
  / '(' a:target_with_star_atom ')' -> $a
  / '(' star_targets_tuple_seq? ')' -> Tuple
  / '[' star_targets_list_seq? ']' -> List
single_target = single_subscript_attribute_target / NAME / '(' a:single_target ')' -> $a
single_subscript_attribute_target = t_primary '.' NAME !t_lookahead -> Attribute
  / t_primary '[' slices ']' !t_lookahead -> Subscript
t_primary^ = t_primary '.' NAME &t_lookahead -> Attribute
  / t_primary '[' slices ']' &t_lookahead -> Subscript
  / t_primary genexp &t_lookahead -> Call
  / t_primary '(' arguments? ')' &t_lookahead -> Call
  / a:atom &t_lookahead -> $a
t_lookahead = '(' / '[' / '.'
del_targets = del_target % ',' ','?
del_target! = t_primary '.' NAME !t_lookahead -> Attribute
  / t_primary '[' slices ']' !t_lookahead -> Subscript
  / del_t_atom
del_t_atom = NAME
  / '(' a:del_target ')' -> $a
  / '(' del_targets? ')' -> Tuple
  / '[' del_targets? ']' -> List

type_expressions = expression % ',' ',' '*' expression ',' '**' expression
  / expression % ',' ',' '*' expression
  / expression % ',' ',' '**' expression
  / '*' expression ',' '**' expression
  / '*' expression
  / '**' expression
  / expression % ','
func_type_comment = NEWLINE TYPE_COMMENT &(NEWLINE INDENT) / invalid_double_type_comments / TYPE_COMMENT
`;
