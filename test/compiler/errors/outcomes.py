"""What compiling programs gives: run by the oracle and by `taipan`, which must agree. A JSON list of cases comes in."""
import json
import warnings


def outcome(source, mode, flags, action):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter(action)
        try:
            compile(source, '<test>', mode, flags, True)
            result = ['ok']
        except SyntaxError as e:
            result = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text, e.filename]
            # Where the complaint has a place in `args` too, it is that one.
            result += [len(e.args), len(e.args[1]) if len(e.args) > 1 else 0, e.print_file_and_line]
            if len(e.args) > 1 and e.args[1][1:4] != (e.lineno, e.offset, e.text):
                result.append(repr(e.args))
        except Exception as e:
            result = [type(e).__name__, str(e)]
    return [result, [[w.category.__name__, str(w.message), w.lineno, w.filename] for w in caught]]


def outcomes(cases):
    """`source` is text, or a list of bytes."""
    results = []
    for source, mode, flags, action in json.loads(cases):
        results.append(ascii(outcome(bytes(source) if isinstance(source, list) else source, mode, flags, action)))
    return '\n'.join(results)
