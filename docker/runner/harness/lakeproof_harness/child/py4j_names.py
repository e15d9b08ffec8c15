"""Remembers which Java names are packages, classes and methods, so that the JVM isn't asked again.

Py4J asks each time a name such as `jvm.functions` is used, and the JVM then looks for classes in
nearly 290 jars: 14 % of a variant's time in the JVM.
"""

from __future__ import annotations

from typing import Any

from py4j import protocol
from py4j.java_gateway import JavaClass, JavaMember, JavaPackage, JVMView

# name -> name of the class; empty for a package. "class#member" -> "" for a static method.
Names = dict[str, str]


def remember(known: Names) -> Names:
    """Installs the memory, filled with what is known. Returns it: it grows by what is asked for."""
    names = dict(known)
    view_stock, package_stock, class_stock = (
        JVMView.__getattr__,
        JavaPackage.__getattr__,
        JavaClass.__getattr__,
    )

    def learned(name: str, answer: Any) -> Any:
        if isinstance(answer, JavaClass):
            names[name] = answer._fqn
        elif isinstance(answer, JavaPackage):
            names[name] = ""
        return answer

    def recall(name: str, client: Any, view: str) -> Any:
        found = names[name]
        return JavaClass(found, client) if found else JavaPackage(name, client, view)

    def view_getattr(self: Any, name: str) -> Any:
        if name in names:
            return recall(name, self._gateway_client, self._id)
        return learned(name, view_stock(self, name))

    def package_getattr(self: Any, name: str) -> Any:
        full = f"{self._fqn}.{name}"
        if full in names:
            return recall(full, self._gateway_client, self._jvm_id)
        return learned(full, package_stock(self, name))

    def class_getattr(self: Any, name: str) -> Any:
        member = f"{self._fqn}#{name}"
        if member in names:
            return JavaMember(name, None, protocol.STATIC_PREFIX + self._fqn, self._gateway_client)
        answer = class_stock(self, name)
        if isinstance(answer, JavaMember):
            names[member] = ""
        return answer

    JVMView.__getattr__ = view_getattr
    JavaPackage.__getattr__ = package_getattr
    JavaClass.__getattr__ = class_getattr
    return names
