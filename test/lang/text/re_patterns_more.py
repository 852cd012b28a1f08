"""More random patterns on random texts."""

import re

seed = 12
ngroups = 0


def rnd(n):
    global seed
    seed = (seed * 6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (seed>>33)%n
def choice(l): return l[rnd(len(l))]
def atom(d):
    global ngroups
    k=rnd(22)
    if k<7: return choice(['a','b','c','ab','ba'])
    if k==7: return '.'
    if k==8: return choice(['[ab]','[^a]','[a-c]','[^b-c]','[\\w]','[\\s\\d]','[aB]','[\\u00e0-\\u00ff]'])
    if k==9: return choice(['\\w','\\d','\\s','\\W','\\D','\\S'])
    if k==10: return choice(['\\b','\\B','^','$','\\A','\\Z'])
    if d<=0: return choice('abc')
    if k<15:
        ngroups+=1
        g=ngroups
        return '('+alt(d-1)+')'
    if k==15: return '(?:'+alt(d-1)+')'
    if k==16: return '(?='+alt(d-1)+')'
    if k==17: return '(?!'+alt(d-1)+')'
    if k==18: return '(?<='+choice(['a','b','ab','[ab]','(?:a|b)'])+')' if rnd(2) else '(?<!'+choice(['a','b','ab'])+')'
    if k==19: return '(?>'+alt(d-1)+')'
    if k==20 and ngroups: return '\\%d'%(1+rnd(ngroups))
    if k==21 and ngroups: return '(?(%d)%s|%s)'%(1+rnd(ngroups),seq(d-1),seq(d-1))
    return 'a'
def quant(a):
    k=rnd(16)
    if k<8: return a
    return a+choice(['*','+','?','*?','+?','??','{2}','{1,2}','{0,2}?','*+','++','?+','{1,}','{2,3}+','{,2}'])
def seq(d): return ''.join(quant(atom(d)) for _ in range(1+rnd(3)))
def alt(d): return '|'.join(seq(d) for _ in range(1+(rnd(3)==0)+(rnd(5)==0)))
def s():
    return ''.join(choice(choice(['ab','abc','aabbcc','ABab','ab \n1_','a\u00e9\u00df\u0130\u0131\u017f\u212a','ab\U0001f600'])) for _ in range(rnd(10)))
for i in range(900):
    ngroups=0
    p=alt(3); t=s(); fl=choice([0,0,0,re.I,re.M,re.S,re.A,re.I|re.A,re.X])
    b=rnd(6)==0
    if b:
        t=t.encode('utf-8'); 
        try: p=p.encode('ascii')
        except Exception: continue
        fl&=~re.U
    try: r=re.compile(p,fl)
    except (re.error, OverflowError, ValueError) as e:
        print(i, 'ERR', e)
        continue
    out=[]
    for f in ('match','fullmatch','search'):
        m=getattr(r,f)(t)
        out.append(m and (m.regs,m.lastindex,m.lastgroup,m.groups()))
    pos=rnd(4); end=rnd(12)
    m=r.search(t,pos,end); out.append(m and m.regs)
    out.append(r.findall(t)); out.append([x.regs for x in r.finditer(t)])
    out.append(r.split(t)); 
    out.append(r.sub(b'<\\g<0>>' if b else r'<\g<0>>',t)); out.append(r.subn(lambda m:m.group()[:1],t,2))
    print(i, ascii(p), ascii(t), int(fl), ascii(out))
