#!/usr/bin/env -S node --stack-size=7000
import '../dist/taipan.js';
