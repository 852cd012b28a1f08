name = 'x'
f''
f'a'
f'{name}'
f'a{name}b{name!r}c{name!s}d{name!a}e'
f'{name:>10}{name:{name}}{name:{name}.{name}}{name!r:^{10}}'
f'{name=}' f'{name = }' f'{name=!s}' f'{name=:>5}' f'{ name = !r:>5}'
f'{{}}' f'{{{name}}}'
f"{'nested'}{f'{name}'}{f"{f'{name}'}"}"
'implicit' f'{name}' 'concat' "more" f'{name}'
f'{name + "x"}{name[0]}{name.attr}{name()}{lambda_}{(lambda x: x)}'
f"""multi
{name}
  line {
    name
}"""
f'{name:{name:{name}}}' if False else ''
f'{name!r}' % name
f'{1}{1.5}{None}{True}'
f'{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}'
f'{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w}{x}{y}{z}{a}{b}{c}{d}{e}{f}{g}{h}{i}'
f'x{a}x{b}x{c}x{d}x{e}x{f}x{g}x{h}x{i}x{j}x{k}x{l}x{m}x{n}x{o}x{p}x{q}'
rf'\d{name}\n'
t''
t'a'
t'{name}'
t'a{name}b{name!r}c{name:>10}d{name!s:{name}}'
t'{name}{name}'
t'{name=}' t'{name}' t'x'
t'a' t'b'
t'{name + 1} {name.attr}'
def docs(): """Doc."""
def docs2(): "Doc " "concatenated"
def docs3(): f"no doc {name}"
def docs4(): "Doc" % ()
def docs5():
    """
    Leading newline.

        Indented.
    """
def docs6():
    """First
		Tabs
	  mixed
    """
'\ud800', '\U0010ffff', '\x00', 'é', '日本語', '🎉', b'\xff'
"%s" % (name,), "%s-%s" % (name, name), "%r" % (name,), "%5.2s" % (name,), "🎉%s%%" % (name,), "%c" % (name,)
