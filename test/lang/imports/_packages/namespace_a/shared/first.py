where = 'a'
