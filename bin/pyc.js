#!/usr/bin/env -S node --stack-size=7000
'use strict';
import('../dist/pyc-cli.js');
