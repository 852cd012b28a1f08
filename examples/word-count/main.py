"""Counts the words of standard input: echo 'the cat saw the dog' | taipan main.py -n 2"""
import argparse
import re
import sys
from collections import Counter


def main():
    parser = argparse.ArgumentParser(description='Count the words of standard input.')
    parser.add_argument('-n', '--number', type=int, default=5, metavar='N', help='how many words to show')
    parser.add_argument('-i', '--ignore-case', action='store_true')
    options = parser.parse_args()

    counts = Counter()
    lines = 0
    for lines, line in enumerate(sys.stdin, start=1):
        counts.update(re.findall(r"[\w']+", line.lower() if options.ignore_case else line))
    for word, count in counts.most_common(options.number):
        print(f'{count:5} {word}')
    print(f'{lines} lines, {counts.total()} words, {len(counts)} different', file=sys.stderr)


if __name__ == '__main__':
    main()
