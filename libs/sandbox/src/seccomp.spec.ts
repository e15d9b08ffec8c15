import { describe, expect, it } from '@jest/globals';
import { seccompProfile } from './seccomp.js';

interface Profile {
  readonly defaultAction: string;
  readonly syscalls: readonly {
    readonly names: readonly string[];
    readonly action: string;
    readonly errnoRet?: number;
    readonly args?: readonly { readonly index: number; readonly value: number; readonly op: string }[];
  }[];
}
const { defaultAction, syscalls } = JSON.parse(seccompProfile) as Profile;
const named = (action: string) =>
  syscalls.filter((rule) => rule.action === action).flatMap(({ names }) => names);
const allowed = named('SCMP_ACT_ALLOW');

describe('the system calls of a sandbox', () => {
  it('are a list: what is not in it is refused', () => {
    expect(defaultAction).toBe('SCMP_ACT_ERRNO');
    expect(new Set(syscalls.map(({ action }) => action))).toEqual(
      new Set(['SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO']),
    );
  });

  it('reach nothing that all containers of a host share', () => {
    const refused = named('SCMP_ACT_ERRNO');
    for (const name of [
      'inotify_init1',
      'fanotify_init',
      'io_setup',
      'io_uring_setup',
      'add_key',
      'mq_open',
      'bpf',
    ])
      expect(refused).toContain(name);
    expect(allowed.filter((name) => refused.includes(name))).toEqual([]);
  });

  it('look as if the kernel lacked what is refused by name, so that programs do without', () => {
    for (const { action, errnoRet } of syscalls) if (action === 'SCMP_ACT_ERRNO') expect(errnoRet).toBe(38);
  });

  it('reach into no other process and no other namespace', () => {
    for (const name of ['ptrace', 'process_vm_readv', 'pidfd_getfd', 'unshare', 'setns', 'mount', 'chroot'])
      expect(allowed).not.toContain(name);
    const clone = syscalls.find(
      ({ names, action }) => names.includes('clone') && action === 'SCMP_ACT_ALLOW',
    );
    // CLONE_NEWNS, NEWCGROUP, NEWUTS, NEWIPC, NEWUSER, NEWPID, NEWNET
    const namespaces = [0x20000, 0x2000000, 0x4000000, 0x8000000, 0x10000000, 0x20000000, 0x40000000];
    const [{ op, value } = { op: '', value: 0 }] = clone?.args ?? [];
    expect([op, value]).toEqual(['SCMP_CMP_MASKED_EQ', namespaces.reduce((mask, flag) => mask + flag)]);
  });

  it('make sockets of this machine and of the internet, none to a hypervisor or into the kernel', () => {
    const families = syscalls
      .filter(({ names }) => names.includes('socket'))
      .map(({ args }) => args?.map(({ index, op, value }) => [index, op, value]));
    expect(families).toEqual([1, 2, 10, 16].map((family) => [[0, 'SCMP_CMP_EQ', family]]));
  });
});
