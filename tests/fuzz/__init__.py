"""What strangers may send, ten thousand times over: real files, each spoilt in one way or a few, given to the readers.

    seeds --spoil--> a file --targets--> sound | refused --pool--> in time, or a finding --table--> counts

Every case has a name, `yaml:1234`, which is its seed: the same name over the same seeds gives the same file. A file
that once broke something is kept in `corpus/` and tried in every run.

    make fuzz                            all of it
    make fuzz FUZZ="yaml:1234 ods:17"    these alone, and what each said
"""
