"""The warm JVM: how it is started, what is in it, and how it is kept clean. Runs as user spark."""
