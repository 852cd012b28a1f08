print('running', __name__, repr(__package__), __spec__.origin == __file__)
value = 'plain module'
