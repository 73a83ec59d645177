"""The jobs of a run on many machines: a Dask cluster executes them, a store that all machines reach carries the files.

`driver` is the side that asks, `worker` the side that executes, `packing` what passes between them. A worker imports
`worker` before it has the project, so that module imports the rest of the package only when it does.
"""
