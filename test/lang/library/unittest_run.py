"""unittest: results, fixtures, skips, subtests, mocks, assertions' messages; the runner's report."""
import io
import re
import unittest
from unittest import mock


class Numbers(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass')

    def setUp(self):
        self.addCleanup(print, 'cleanup', self._testMethodName)

    def test_equal(self): self.assertEqual(1 + 1, 2)
    def test_fail(self): self.assertEqual({'a': 1, 'b': [1, 2]}, {'a': 1, 'b': [1, 3]})
    def test_text(self): self.assertEqual('one\ntwo\n', 'one\n2\n', 'extra')
    def test_error(self): raise KeyError('boom')
    @unittest.skip('not today')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_expected(self): self.assertTrue(False)
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i):
                self.assertNotEqual(i, 1)

    def test_raises(self):
        with self.assertRaisesRegex(ValueError, 'inv.lid') as caught:
            int('x')
        self.assertIn("'x'", str(caught.exception))
        with self.assertRaises(ZeroDivisionError):
            pass

    def test_many(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertCountEqual([1, 2, 2], [2, 1, 2])
        self.assertIsInstance(1, int)
        self.assertGreater(1, 2, 'numbers')


class Mocks(unittest.TestCase):
    def test_mock(self):
        m = mock.Mock(return_value=3)
        self.assertEqual(m(1, a=2), 3)
        m.assert_called_once_with(1, a=2)
        m.method.side_effect = [1, ValueError('second')]
        self.assertEqual(m.method(), 1)
        self.assertRaises(ValueError, m.method)
        with mock.patch('os.getcwd', return_value='/patched') as patched:
            import os
            self.assertEqual(os.getcwd(), '/patched')
        self.assertEqual(patched.call_count, 1)
        magic = mock.MagicMock()
        magic.__len__.return_value = 5
        self.assertEqual(len(magic), 5)
        self.assertEqual(m.mock_calls, [mock.call(1, a=2), mock.call.method(), mock.call.method()])

    def test_wrong_call(self):
        m = mock.Mock()
        m(1)
        m.assert_called_with(2)


stream = io.StringIO()
suite = unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (Numbers, Mocks))
result = unittest.TextTestRunner(stream, verbosity=2).run(suite)
report = stream.getvalue()
report = re.sub(r'in [\d.]+s', 'in TIME', report)
report = re.sub(r'  File "(.*?)", line \d+, in', lambda m: '  File NAME, in', report)
print(report)
print(result, result.testsRun, [str(t) for t, _ in result.failures], result.wasSuccessful(), len(result.skipped), len(result.expectedFailures))
