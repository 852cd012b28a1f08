/** Which Python this is. */

/** Version of the language and of the library that is shipped. */
export const PYTHON_VERSION = { major: 3, minor: 14, micro: 2, releaselevel: 'final', serial: 0 } as const;
/** Version of Taipan. */
export const TAIPAN_VERSION = '0.1.0';

export const VERSION_TEXT = `${PYTHON_VERSION.major}.${PYTHON_VERSION.minor}.${PYTHON_VERSION.micro}`;

export const COPYRIGHT = `Copyright (c) 2001 Python Software Foundation.
All Rights Reserved.

Copyright (c) 2000 BeOpen.com.
All Rights Reserved.

Copyright (c) 1995-2001 Corporation for National Research Initiatives.
All Rights Reserved.

Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.
All Rights Reserved.`;

/** `sys.version`. */
export function versionText(): string {
  return `${VERSION_TEXT} (taipan ${TAIPAN_VERSION}) [JavaScript]`;
}

/**
 * What the `platform` module is to make of `sys.version`, which it would take for CPython's: name, version, branch, revision,
 * build, its date, compiler.
 *
 * @cpython Lib/platform.py _sys_version
 */
export function platformVersion(): string[] {
  return ['Taipan', VERSION_TEXT, '', '', `taipan ${TAIPAN_VERSION}`, '', 'JavaScript'];
}

/** `sys.hexversion`. */
export const HEX_VERSION =
  (PYTHON_VERSION.major << 24) | (PYTHON_VERSION.minor << 16) | (PYTHON_VERSION.micro << 8) | 0xf0;
