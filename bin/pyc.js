#!/usr/bin/env node
'use strict';
import('../dist/pyc-cli.js');
