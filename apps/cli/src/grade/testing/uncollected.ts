/** What pytest 9.2 (`--tb=short`, in the suite's folder) said of files it could not collect, by file, at the paths of a sandbox. */
export const uncollected = {
  syntax: `test_syntax.py: /opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/python.py:528: in importtestmodule
    mod = import_path(
/opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/pathlib.py:640: in import_path
    importlib.import_module(module_name)
/usr/lib/python3.11/importlib/__init__.py:126: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
<frozen importlib._bootstrap>:1204: in _gcd_import
    ???
<frozen importlib._bootstrap>:1176: in _find_and_load
    ???
<frozen importlib._bootstrap>:1147: in _find_and_load_unlocked
    ???
<frozen importlib._bootstrap>:690: in _load_unlocked
    ???
/opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/assertion/rewrite.py:176: in exec_module
    source_hash, co = _rewrite_test(fn, self.config)
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/assertion/rewrite.py:339: in _rewrite_test
    tree = ast.parse(source, filename=strfn)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/usr/lib/python3.11/ast.py:50: in parse
    return compile(source, filename, mode, flags,
E     File "/work/learner1/suite/test_syntax.py", line 8
E       def test_two()
E                     ^
E   SyntaxError: expected ':'`,
  helperSyntax: `test_helper_syntax.py: /opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/python.py:528: in importtestmodule
    mod = import_path(
/opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/pathlib.py:640: in import_path
    importlib.import_module(module_name)
/usr/lib/python3.11/importlib/__init__.py:126: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
<frozen importlib._bootstrap>:1204: in _gcd_import
    ???
<frozen importlib._bootstrap>:1176: in _find_and_load
    ???
<frozen importlib._bootstrap>:1147: in _find_and_load_unlocked
    ???
<frozen importlib._bootstrap>:690: in _load_unlocked
    ???
/opt/lakeproof/venv/lib/python3.11/site-packages/_pytest/assertion/rewrite.py:185: in exec_module
    exec(co, module.__dict__)
test_helper_syntax.py:1: in <module>
    from helper import make
E     File "/work/learner1/suite/helper.py", line 2
E       return (1,
E              ^
E   SyntaxError: '(' was never closed`,
  missingName: `test_name.py: ImportError while importing test module '/work/learner1/suite/test_name.py'.
Hint: make sure your test modules/packages have valid Python names.
Traceback:
/usr/lib/python3.11/importlib/__init__.py:126: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
test_name.py:1: in <module>
    from pipeline import cleen
E   ImportError: cannot import name 'cleen' from 'pipeline' (/work/learner1/suite/pipeline.py)`,
  missingPackage: `test_package.py: ImportError while importing test module '/work/learner1/suite/test_package.py'.
Hint: make sure your test modules/packages have valid Python names.
Traceback:
/usr/lib/python3.11/importlib/__init__.py:126: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
test_package.py:1: in <module>
    import polars
E   ModuleNotFoundError: No module named 'polars'`,
  raises: `test_raise.py: test_raise.py:3: in <module>
    ROWS = clean(None)[0]
           ^^^^^^^^^^^^^^
E   TypeError: 'NoneType' object is not subscriptable`,
  parametrize: `test_mark.py: test_mark.py::test_a: in "parametrize" the number of names (2):
  ['a', 'b']
must be equal to the number of values (1):
  (1,)`,
  inFolder: `tests/test_deep.py: ImportError while importing test module '/work/learner1/suite/tests/test_deep.py'.
Hint: make sure your test modules/packages have valid Python names.
Traceback:
/usr/lib/python3.11/importlib/__init__.py:126: in import_module
    return _bootstrap._gcd_import(name[level:], package, level)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
tests/test_deep.py:1: in <module>
    import pipeline2
E   ModuleNotFoundError: No module named 'pipeline2'`,
  /** Told by the harness: pytest ends before it can. */
  conftest: "conftest.py: SyntaxError: expected ':' (conftest.py, line 3)",
} as const;
