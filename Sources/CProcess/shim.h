// What glibc declares under _GNU_SOURCE only, which Swift's importer does not set.
#pragma once
#include <fcntl.h>
#include <spawn.h>

int pipe2(int ends[2], int flags);
int memfd_create(const char *name, unsigned int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

// A pipe neither end of which outlives an exec by accident.
static inline int docket_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

// A file that has no name and no disk. 1 is MFD_CLOEXEC.
static inline int docket_memory_file(const char *name) { return memfd_create(name, 1); }

// 1031 is F_SETPIPE_SZ; a pipe that cannot be made larger works as well.
static inline void docket_enlarge_pipe(int descriptor, int size) { (void)fcntl(descriptor, 1031, size); }
