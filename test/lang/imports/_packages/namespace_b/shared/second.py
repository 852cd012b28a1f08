where = 'b'
