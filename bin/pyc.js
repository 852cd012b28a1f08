#!/usr/bin/env node
import '../dist/pyc-cli.js';
