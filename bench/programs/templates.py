"""Text made from templates that are compiled to lists of functions, with escaping and loops."""

GROUP = "language"
SIZE = 150


def escape(value):
    return str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


class Template:
    def __init__(self, text):
        self.parts, rest = self.parse(text, None)
        assert rest == ""

    def parse(self, text, until):
        parts = []
        while text:
            before, found, text = text.partition("{%")
            self.literal(parts, before)
            if not found:
                break
            tag, _, text = text.partition("%}")
            words = tag.split()
            if words == [until]:
                return parts, text
            if words[0] == "for":
                inner, text = self.parse(text, "end")
                parts.append(self.loop(words[1], words[3], inner))
            elif words[0] == "if":
                inner, text = self.parse(text, "end")
                parts.append(self.condition(words[1], inner))
        return parts, text

    def literal(self, parts, text):
        while text:
            before, found, text = text.partition("{{")
            parts.append(lambda context, out, before=before: out.append(before))
            if found:
                expression, _, text = text.partition("}}")
                path = expression.strip().split(".")
                parts.append(lambda context, out, path=path: out.append(escape(self.find(context, path))))

    def find(self, context, path):
        value = context[path[0]]
        for name in path[1:]:
            value = value[name] if isinstance(value, dict) else getattr(value, name)
        return value

    def loop(self, name, path, inner):
        def run(context, out):
            for item in self.find(context, path.split(".")):
                context[name] = item
                for part in inner:
                    part(context, out)

        return run

    def condition(self, path, inner):
        def run(context, out):
            if self.find(context, path.split(".")):
                for part in inner:
                    part(context, out)

        return run

    def render(self, **context):
        out = []
        for part in self.parts:
            part(context, out)
        return "".join(out)


PAGE = """<table title="{{ title }}">
{% for row in rows %}<tr class="{{ row.kind }}">{% for cell in row.cells %}<td>{{ cell }}</td>{% end %}
{% if row.note %}<td>note: {{ row.note }}</td>{% end %}</tr>{% end %}</table>"""


def run(size):
    rows = [{"kind": "k%d" % (i % 2), "cells": [i, "<%d>" % i, i * 0.5], "note": "a&b" if i % 3 else ""} for i in range(size * 3)]
    page = Template(PAGE).render(title='"x"', rows=rows)
    return len(page), page[-60:]
