"""logging: levels, handlers, formatters, filters, hierarchy, exceptions, configuration."""
import io
import logging
import logging.config
import sys

root = logging.getLogger()
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter('%(levelname)-8s|%(name)s|%(funcName)s|%(message)s'))
root.addHandler(handler)
log = logging.getLogger('app')
child = logging.getLogger('app.db')


def work():
    log.debug('hidden %s', 1)
    log.warning('shown %s %d', 'x', 5)
    child.error('from child')
    log.log(35, 'custom level')
    try:
        {}['k']
    except KeyError:
        child.exception('failed with %r', 'k')
    log.critical('dict %(a)s', {'a': 1})


work()
log.setLevel(logging.DEBUG)
child.propagate = False
log.debug('now visible')
child.error('lost to root')
logging.addLevelName(35, 'NOTICE')
log.log(35, 'named')
print(stream.getvalue().replace(__file__, 'FILE'))


class Only(logging.Filter):
    def filter(self, record):
        record.extra = record.getMessage().upper()
        return 'keep' in record.msg


out = logging.StreamHandler(sys.stdout)
out.addFilter(Only())
out.setFormatter(logging.Formatter('{levelname}:{extra}', style='{'))
log.addHandler(out)
log.info('keep this')
log.info('drop this')
log.removeHandler(out)
print(log, child.parent is log, log.getEffectiveLevel(), child.isEnabledFor(10), logging.getLevelName(30), logging.getLevelName('ERROR'), logging.getLevelName(99), child.getChild('x').name)
adapter = logging.LoggerAdapter(log, {'user': 'ada'})
stream.truncate(0), stream.seek(0)
handler.setFormatter(logging.Formatter('%(user)s %(message)s', defaults={'user': '-'}))
adapter.info('adapted')
log.info('plain', extra={'user': 'bob'})
log.info('default')
print(stream.getvalue())
logging.config.dictConfig({'version': 1, 'disable_existing_loggers': False, 'formatters': {'f': {'format': 'CONF %(message)s'}}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': 'ext://sys.stdout'}}, 'loggers': {'conf': {'handlers': ['h'], 'level': 'INFO', 'propagate': False}}})
logging.getLogger('conf').info('configured')
logging.disable(logging.CRITICAL)
log.critical('disabled')
logging.disable(logging.NOTSET)
bad = logging.getLogger('bad')
bad.propagate = False
bad.addHandler(logging.StreamHandler(io.StringIO()))
logging.raiseExceptions = False
bad.error('%d', 'not a number')
for wrong in (lambda: log.setLevel('NOPE'), lambda: logging.Formatter('%(a', style='!'), lambda: log.log('x', 'm'), lambda: logging.Formatter('no fields')):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
