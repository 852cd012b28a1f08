é = 'ü'
日本 = é + '日本語' + é.ß
x = '🎉'; y = é.method('🎉').ß(é); z = [é for é in '🎉']
def ñ(ä, *ö, ü='🎉', **ß): return ä, ö, ü, ß
class Ä:
    __ö = 1
    def ü(self): return self.__ö, 'é' + self.ü
ﬁ = 1; print(fi)
f'🎉{é}日本{日本!r}'
if é: ß = 'é'.é
assert é, '🎉'
