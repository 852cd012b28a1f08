# Hash objects: data, lengths, copies, BLAKE2 parameters, errors.
import _sha2,_sha3,_blake2,_md5,_sha1
def t(f,*a,**k):
    try: r=f(*a,**k); print('ok', r if isinstance(r,(str,bytes,int)) else type(r).__name__)
    except BaseException as e: print(type(e).__name__,e)
t(_sha2.sha256,'a'); t(_sha2.sha256,1); t(_sha2.sha256,b'',b''); t(_sha2.sha256,b'',string=b''); t(_sha2.sha256,string=b'abc'); t(_sha2.sha256,data=b'abc'); t(_sha2.sha256,foo=1)
h=_sha2.sha256(b'abc'); t(h.update,'a'); t(h.update); t(h.update,memoryview(bytes(16)).cast('B',(4,4)))
t(type(h)); t(_sha3.sha3_224,'x'); t(_sha3.sha3_224,data=b'x'); t(_sha3.sha3_224, string=b'x'); t(_sha3.sha3_224,b'1',b'2')
s=_sha3.shake_128(b'abc'); t(s.digest); t(s.digest,-1); t(s.digest,10); t(s.hexdigest,length=5); t(s.digest,2**29)
print(s.digest_size,s.block_size,s.name,s._capacity_bits,s._rate_bits,s._suffix, _sha3.sha3_256()._suffix,_sha3.sha3_256().name,_sha3.sha3_256()._capacity_bits)
b=_blake2.blake2b
t(b,b'a',digest_size=0); t(b,digest_size=65); t(b,key=bytes(65)); t(b,salt=bytes(17)); t(b,person=bytes(17)); t(b,fanout=256); t(b,depth=0); t(b,depth=256);t(b,leaf_size=-1);t(b,node_offset=2**64); t(b,node_offset=-1); t(b,node_depth=256); t(b,inner_size=65); t(b,inner_size=-1)
t(b,last_node=2); t(b,'s'); t(b,b'',b'');t(_blake2.blake2s,node_offset=2**48)
t(b,string=b'a')
x=b(b'abc',digest_size=20,key=b'k',salt=b's',person=b'p',fanout=2,depth=3,leaf_size=100,node_offset=5,node_depth=1,inner_size=32,last_node=True)
print(x.hexdigest(),x.name,x.digest_size,x.block_size,x.MAX_KEY_SIZE)
x=_blake2.blake2s(b'abc'*100,digest_size=20,key=b'k',salt=b's',person=b'p',fanout=2,depth=3,leaf_size=100,node_offset=2**40+5,node_depth=1,inner_size=32,last_node=True)
print(x.hexdigest()); y=x.copy(); y.update(b'1'*1000); print(x.hexdigest(),y.hexdigest())
print(b(b'q'*128).hexdigest(), b(b'q'*129).hexdigest(), b().hexdigest(), b(key=b'abc').hexdigest(),_blake2.blake2s(b'q'*64).hexdigest())
for f in (_sha2.sha224,_sha2.sha256,_sha2.sha384,_sha2.sha512,_sha1.sha1,_md5.md5,_sha3.sha3_224,_sha3.sha3_256,_sha3.sha3_384,_sha3.sha3_512):
    h=f(b'hello'); h.update(b' world'*100); c=h.copy(); c.update(bytearray(b'x')); print(h.name,h.digest_size,h.block_size,h.hexdigest(),h.digest()==bytes.fromhex(h.hexdigest()),c.hexdigest(), type(h), type(c) is type(h))
t(lambda: repr(_sha2.sha256())[:20]); t(lambda:_sha3.sha3_224.__doc__)
t(lambda: type('S',(_sha3.sha3_224,),{}))
t(lambda:_blake2.blake2b.__text_signature__)
t(lambda:_sha3.sha3_224.__text_signature__)
