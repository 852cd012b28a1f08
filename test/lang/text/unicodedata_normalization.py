"""Normalization forms of random sequences, and messages."""

import unicodedata as u
seed=5
def rnd(n):
    global seed
    seed=(seed*6364136223846793005+1442695040888963407)&0xffffffffffffffff
    return (seed>>33)%n
pool=[0x41,0xe9,0x300,0x301,0x302,0x323,0x327,0x345,0x1100,0x1161,0x11a8,0xac00,0xac01,0x1e69,0x212b,0x2f868,0xfb01,0x0f71,0x0f72,0x0f73,0x0958,0x09c7,0x09be,0x1d15e,0x3a9,0x3b1,0x313,0x1fbc,0x1d165,0x110ba,0x1109a,0x5d0,0x5bc,0x61,0x73,0x307]
for i in range(1500):
    s=''.join(chr(pool[rnd(len(pool))]) for _ in range(rnd(8)))
    print(i,ascii([u.normalize(f,s) for f in ('NFC','NFD','NFKC','NFKD')]),[u.is_normalized(f,s) for f in ('NFC','NFD','NFKC','NFKD')],ascii(u.ucd_3_2_0.normalize('NFKC',s)))
def t(f):
    try: print(ascii(f()))
    except BaseException as e: print(type(e).__name__, ascii(str(e)))
t(lambda:u.decimal('a')); t(lambda:u.decimal('a',None)); t(lambda:u.decimal('ab')); t(lambda:u.decimal(1)); t(lambda:u.decimal('')); t(lambda:u.digit('a')); t(lambda:u.numeric('a')); t(lambda:u.numeric('½')); t(lambda:u.digit('²')); t(lambda:u.name('\0')); t(lambda:u.name('\0',5)); t(lambda:u.lookup('nope')); t(lambda:u.lookup('x'*300)); t(lambda:u.lookup(1)); t(lambda:u.lookup('KEYCAP DIGIT ONE')); t(lambda:u.lookup('latin small letter a')); t(lambda:u.normalize('X','a')); t(lambda:u.normalize('NFC',1)); t(lambda:u.category('')); t(lambda:u.category(1)); t(lambda:u.is_normalized('X','a')); t(lambda:u.is_normalized('NFC','é')); t(lambda:u.ucd_3_2_0.unidata_version); t(lambda:type(u.ucd_3_2_0)); t(lambda:u.ucd_3_2_0.name('\U0001f600')); t(lambda:u.ucd_3_2_0.lookup('GRINNING FACE')); t(lambda: type(u.UCD).__name__)
t(lambda:u.lookup('é')); t(lambda:u.name('한')); t(lambda:u.decomposition('한'));t(lambda:u.decomposition('é'));t(lambda:u.numeric('a','x')); t(lambda: u.numeric('一'))
