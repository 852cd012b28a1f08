"""What an uncaught exception looks like: the line, the exact place in it, causes, notes and suggestions."""
import json


class ConfigError(Exception):
    pass


def read_port(text):
    try:
        settings = json.loads(text)
        return settings['server']['port'] + 0
    except (KeyError, TypeError) as error:
        failure = ConfigError('the configuration names no port')
        failure.add_note(f'it was: {text}')
        raise failure from error


print(read_port('{"server": {"port": 8080}}'))
print(read_port('{"server": {"prot": 8080}}'))
