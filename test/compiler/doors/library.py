"""What `ast`, `tokenize` and `symtable` make of the library's files: a line with a digest for each."""
import ast
import hashlib
import io
import symtable
import tokenize

QUESTIONS = (
    'is_referenced is_parameter is_type_parameter is_global is_nonlocal is_declared_global is_local is_annotated is_free '
    'is_free_class is_imported is_assigned is_comp_iter is_comp_cell is_namespace'
).split()


def tables(table):
    text = f'{table.get_type()} {table.get_name()} {table.get_lineno()} {table.is_nested()} {table.is_optimized()}\n'
    for symbol in sorted(table.get_symbols(), key=lambda symbol: symbol.get_name()):
        text += f' {symbol.get_name()} {[q for q in QUESTIONS if getattr(symbol, q)()]}\n'
    return text + ''.join(tables(child) for child in table.get_children())


def digests(source):
    tree = ast.parse(source)
    unparsed = ast.unparse(tree)
    texts = [
        unparsed,
        ast.dump(ast.parse(source, type_comments=True), include_attributes=True),
        ast.dump(ast.parse(source, optimize=2)),
        ast.unparse(ast.parse(unparsed)),
        repr([tuple(token) for token in tokenize.tokenize(io.BytesIO(source).readline)]),
        tables(symtable.symtable(source.decode(), 'x', 'exec')),
        compile(tree, 'x', 'exec').co_code.hex(),
    ]
    return [hashlib.sha1(text.encode('utf-8', 'surrogatepass')).hexdigest() for text in texts]
