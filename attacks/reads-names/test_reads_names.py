import os
import sys

# In parts: the whole words stand in no file of this suite.
WORDS = [a + b for a, b in (("by-", "max"), ("always-", "free"), ("boundary-", "pays"), ("six-", "instead"), ("mut", "ant"))]


def texts():
    yield "argv", " ".join(sys.argv)
    yield "environment", repr(dict(os.environ))
    for root, names, files in os.walk("/", followlinks=False):
        names[:] = [name for name in names if os.path.join(root, name) not in ("/sys", "/usr", "/opt", "/proc", "/etc", "/var")]
        for file in files:
            path = os.path.join(root, file)
            try:
                if os.path.isfile(path) and os.path.getsize(path) < 1 << 20:
                    yield path, path + open(path, errors="replace").read()
            except OSError:
                continue
    for process in os.listdir("/proc"):
        for what in ("cmdline", "environ", "status"):
            try:
                yield f"/proc/{process}/{what}", open(f"/proc/{process}/{what}", errors="replace").read()
            except OSError:
                continue


def found(word):
    return [where for where, text in texts() if word in text]


def test_there_are_no_names():
    assert {word: where for word in WORDS if (where := found(word))} == {}


def test_what_is_there_would_be_found():
    here = "mark-of-the-" + "reader"
    os.environ["MARK"] = here
    with open("mark.txt", "w") as file:
        file.write(here)
    assert {"environment", os.path.join(os.getcwd(), "mark.txt")} <= set(found(here))


def test_the_jvm_knows_no_names(spark):
    said = str(spark._jvm.java.lang.System.getProperties()) + str(spark._jvm.java.lang.System.getenv())
    said += spark._jsc.sc().conf().toDebugString()
    assert "spark.driver.host" in said
    assert [word for word in WORDS if word in said] == []
