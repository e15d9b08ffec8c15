"""What the harness reaches for that Spark, Py4J and pytest don't promise to keep, and why.

`probe` looks whether all of it is there: the image's build fails with the names that are gone. A test finds
what is used and not listed. Nothing reads the list while suites run.
"""

from __future__ import annotations

from typing import NamedTuple


class Python(NamedTuple):
    """A module, or something in one. An attribute counts as there when a method of its class sets it."""

    name: str
    used_by: tuple[str, ...]
    why: str


class Java(NamedTuple):
    """A class of the JVM, and the methods that are called on it; Scala's privates are public there."""

    name: str
    methods: tuple[str, ...]
    used_by: tuple[str, ...]
    why: str


ADDED, CLASSIC, CONNECT = "child.added_files", "child.attach_classic", "child.attach_connect"
OWNER, SESSION, JANITOR, FINGERPRINT = "jvm.owner", "jvm.session", "jvm.janitor", "jvm.fingerprint"
CLUSTER, METRICS = "lakeproof.testing.cluster", "lakeproof.testing.metrics"
DEFINITIONS, PIPELINES = "lakeproof.testing.definitions", "lakeproof.testing.pipelines"
EXPECTATIONS, LISTENER = "lakeproof.testing.expectations", "lakeproof.expectation_listener"
FILES, FRAMES, TAGS = "child.files_of_spark", "child.stopped_frames", "child.job_tag"

IN_PYTHON = (
    # --- SparkContext ---
    Python("pyspark.SparkContext._do_init", (ADDED, CLASSIC), "to attach it, and give it folders of its own"),
    Python("pyspark.SparkContext._initialize_context", (CLASSIC,), "takes the warm SparkContext"),
    Python("pyspark.SparkContext._conf", (CLASSIC,), "what a suite asked for, not what the warm one has"),
    Python("pyspark.SparkContext._temp_dir", (CLASSIC,), "a folder that both users can read"),
    Python("pyspark.SparkContext._gateway", (CLASSIC,), "to take an object out of the variant's gateway"),
    Python(
        "pyspark.SparkContext._jvm", (ADDED, CLASSIC, FILES, TAGS, FRAMES, METRICS), "the way into the JVM"
    ),
    Python(
        "pyspark.SparkContext._jsc", (ADDED, CLASSIC, TAGS, FRAMES, CLUSTER, METRICS), "Spark's own context"
    ),
    Python("pyspark.SparkContext._active_spark_context", (METRICS,), "the context beside a Connect session"),
    Python("pyspark.core.files.SparkFiles._sc", (ADDED,), "the context whose folder is asked for"),
    Python(
        "pyspark.core.files.SparkFiles._root_directory", ("jvm.worker_daemon",), "the folder of the JVM's"
    ),
    # --- sessions ---
    Python("pyspark.sql.SparkSession._sc", (CLASSIC, FRAMES), "a session's context"),
    Python("pyspark.sql.SparkSession._jsparkSession", (CLASSIC, CONNECT), "the session in the JVM"),
    Python("pyspark.sql.SparkSession._instantiatedSession", (CLASSIC,), "makes ours the default one"),
    Python("pyspark.sql.SparkSession._activeSession", (CLASSIC,), "makes ours the active one"),
    Python("pyspark.sql.SparkSession._get_j_spark_session_class", (CLASSIC,), "the session's class in Java"),
    Python("pyspark.sql.SparkSession._should_update_active_session", (CLASSIC,), "spares the siblings"),
    Python("pyspark.sql.SparkSession._createFromLocal", ("child.local_rows",), "rows without Python workers"),
    Python("pyspark.sql.SparkSession.Builder._options", (CLASSIC, CONNECT), "what a builder was asked for"),
    Python("pyspark.sql.SparkSession.Builder._validate_startup_urls", (CONNECT,), "a master beside a remote"),
    Python("pyspark.sql.context.SQLContext", (CLASSIC,), "forgotten with the session"),
    Python("pyspark.sql.context.SQLContext._instantiatedContext", (CLASSIC,), "forgotten with the session"),
    # --- frames, readers, streams ---
    Python("pyspark.sql.classic.dataframe", ("child.zygote",), "imported before the fork"),
    Python("pyspark.sql.classic.dataframe.DataFrame", (FRAMES,), "its actions fail after stop()"),
    Python(
        "pyspark.sql.classic.dataframe.DataFrame._jdf",
        (FRAMES, CONNECT),
        "named in that error; not in Connect",
    ),
    Python("pyspark.sql.DataFrameWriter._jwrite", (FRAMES,), "named in that error"),
    Python("pyspark.sql.DataFrameWriter._spark", (FRAMES,), "whether its session was stopped"),
    Python("pyspark.RDD._jrdd_deserializer", ("child.local_rows",), "rows without Python workers"),
    Python("pyspark.serializers.AutoBatchedSerializer", ("child.local_rows",), "how those rows are packed"),
    Python("pyspark.serializers.CPickleSerializer", ("child.local_rows",), "how those rows are packed"),
    Python(
        "pyspark.sql.streaming.DataStreamWriter._spark", ("child.state_partitions",), "a stream's session"
    ),
    Python(
        "pyspark.sql.connect.streaming.readwriter.DataStreamWriter",
        ("child.state_partitions",),
        "how streams are started",
    ),
    Python(
        "pyspark.sql.connect.streaming.readwriter.DataStreamWriter._session",
        ("child.state_partitions",),
        "a stream's session",
    ),
    Python("pyspark.sql.streaming.listener.QueryStartedEvent", (TAGS,), "hides the variant's job tag"),
    # --- Connect ---
    Python("pyspark.sql.connect", (PIPELINES,), "tells a Connect session by its module"),
    Python("pyspark.sql.connect.session", ("child.zygote",), "imported before the fork"),
    Python("pyspark.sql.connect.session.SparkSession", (CONNECT,), "takes a session that waits"),
    Python("pyspark.sql.connect.dataframe.DataFrame", (CONNECT,), "says what to write instead"),
    Python("pyspark.sql.connect.column.Column", (CONNECT,), "says what to write instead"),
    Python("pyspark.errors.PySparkAttributeError._message", (CONNECT,), "says what to write instead"),
    Python("pyspark.cloudpickle.cloudpickle", (CONNECT,), "pickles a suite's modules by value"),
    Python(
        "pyspark.cloudpickle.cloudpickle._is_registered_pickle_by_value",
        (CONNECT,),
        "which modules those are",
    ),
    # Classic's names that a suite asks Connect for in vain.
    Python("pyspark.sql.SparkSession._jvm", (CONNECT,), "has no counterpart in Connect"),
    Python("pyspark.sql.SparkSession._jsc", (CONNECT,), "has no counterpart in Connect"),
    Python("pyspark.sql.classic.column.Column._jc", (CONNECT,), "has no counterpart in Connect"),
    Python("pyspark.sql.conf.RuntimeConfig._jconf", (CONNECT,), "has no counterpart in Connect"),
    # --- declarative pipelines ---
    Python(
        "pyspark.pipelines.add_pipeline_analysis_context.add_pipeline_analysis_context",
        (DEFINITIONS,),
        "as `spark-pipelines run` registers definitions",
    ),
    Python(
        "pyspark.pipelines.block_session_mutations.block_session_mutations",
        (DEFINITIONS,),
        "as `spark-pipelines run` registers definitions",
    ),
    Python(
        "pyspark.pipelines.graph_element_registry.graph_element_registration_context",
        (PIPELINES,),
        "as `spark-pipelines run` registers definitions",
    ),
    Python(
        "pyspark.pipelines.spark_connect_graph_element_registry.SparkConnectGraphElementRegistry",
        (PIPELINES, EXPECTATIONS),
        "as `spark-pipelines run` registers definitions; names a flow while it is built",
    ),
    Python("pyspark.pipelines.spark_connect_pipeline.create_dataflow_graph", (PIPELINES,), "runs a pipeline"),
    Python("pyspark.pipelines.spark_connect_pipeline.start_run", (PIPELINES,), "runs a pipeline"),
    # --- Python workers, tests ---
    Python("pyspark.daemon.manager", ("jvm.worker_daemon",), "the daemon that forks workers"),
    Python("pyspark.worker", ("jvm.worker_daemon",), "imported before workers are forked"),
    Python("pyspark.worker_util", ("jvm.worker_daemon",), "where workers import added files from"),
    Python("pyspark.worker_util.add_path", ("jvm.worker_daemon",), "where workers import added files from"),
    Python("pyspark.testing.pandasutils", ("child.zygote",), "imported before the fork"),
    # --- Py4J ---
    Python("py4j.java_gateway.JavaClass._fqn", ("child.py4j_names",), "remembers names of Java"),
    Python("py4j.java_gateway.JavaPackage._fqn", ("child.py4j_names",), "remembers names of Java"),
    Python("py4j.java_gateway.JavaPackage._jvm_id", ("child.py4j_names",), "remembers names of Java"),
    Python("py4j.java_gateway.JVMView._id", ("child.py4j_names",), "remembers names of Java"),
    Python("py4j.java_gateway.JVMView._gateway_client", ("child.py4j_names",), "remembers names of Java"),
    Python("py4j.java_gateway.JavaGateway._gateway_client", (CLASSIC,), "takes an object out of the gateway"),
    Python("py4j.java_gateway.JavaObject._target_id", (FRAMES,), "named in an error"),
    # --- pytest ---
    Python("_pytest.config._prepareconfig", ("child.variant",), "runs pytest with our plugin"),
    Python("_pytest.config.ConftestImportFailure", ("child.variant",), "says which conftest.py is wrong"),
    Python("_pytest.config.Config._ensure_unconfigure", ("child.variant",), "runs pytest with our plugin"),
    Python("_pytest.config.get_config", ("child.options", "child.zygote"), "which options pytest knows"),
    Python("_pytest.config.Config._parser", ("child.options",), "which options pytest knows"),
    Python("_pytest.config.findpaths.locate_config", ("child.options",), "finds a suite's settings"),
    Python(
        "argparse.ArgumentParser._option_string_actions", ("child.options",), "which options pytest knows"
    ),
)

IN_JAVA = (
    Java("org.apache.spark.SparkConf", (), (OWNER,), "public"),
    Java("org.apache.spark.SparkConf", ("toDebugString", "contains"), (CLASSIC,), "public"),
    Java(
        "org.apache.spark.SparkContext",
        ("getOrCreate", "addJobTag", "conf", "hadoopConfiguration"),
        (CLASSIC, TAGS, ADDED, FINGERPRINT),
        "attached to",
    ),
    Java(
        "org.apache.spark.SparkContext",
        (
            "cancelAllJobs",
            "cancelJobsWithTag",
            "checkpointDir",
            "checkpointDir_$eq",
            "listenerBus",
            "setLogLevel",
            "statusTracker",
        ),
        (JANITOR,),
        "cleared after a variant",
    ),
    Java("org.apache.spark.SparkContext", ("isStopped", "listFiles", "listJars"), (FINGERPRINT,), "compared"),
    Java("org.apache.spark.SparkContext", ("addSparkListener",), (LISTENER,), "hears what is observed"),
    Java("org.apache.spark.SparkContext", ("statusStore",), (CLUSTER,), "knows its executors"),
    Java("org.apache.spark.api.java.JavaSparkContext", ("sc", "setLogLevel"), (OWNER, CLASSIC), "public"),
    Java(
        "org.apache.spark.api.java.JavaSparkContext", ("getPersistentRDDs",), (JANITOR, FINGERPRINT), "public"
    ),
    Java(
        "org.apache.spark.SparkStatusTracker",
        ("getActiveJobIds", "getExecutorInfos", "getJobIdsForTag"),
        (JANITOR,),
        "whether something still runs",
    ),
    Java("org.apache.spark.SparkStatusTracker", ("getJobIdsForGroup",), (TAGS,), "the variant's own jobs"),
    Java(
        "org.apache.spark.SparkExecutorInfo", ("numRunningTasks",), (JANITOR,), "whether something still runs"
    ),
    Java(
        "org.apache.spark.scheduler.LiveListenerBus",
        ("removeListener",),
        (JANITOR,),
        "or all would listen on",
    ),
    Java("org.apache.spark.status.AppStatusStore", ("executorList",), (CLUSTER,), "knows the executors"),
    Java(
        "org.apache.spark.status.api.v1.ExecutorSummary",
        ("id", "totalCores", "totalTasks", "failedTasks", "addTime", "removeTime", "removeReason"),
        (CLUSTER,),
        "what is known of an executor",
    ),
    Java("org.apache.spark.util.Utils", ("resolveURI", "fetchFile"), (ADDED,), "as SparkContext.addFile"),
    Java("org.apache.spark.api.python.PythonGatewayServer", (), ("jvm.flags",), "the JVM's main class"),
    Java(
        "org.apache.spark.api.python.Py4JServer",
        ("server", "start", "getListeningPort", "secret", "shutdown"),
        (SESSION,),
        "a gateway for each variant",
    ),
    Java("py4j.ClientServer", ("getJavaServer",), (SESSION,), "a gateway for each variant"),
    Java("py4j.Gateway", ("putObject",), (SESSION,), "a gateway for each variant"),
    # --- sessions and what they share ---
    Java(
        "org.apache.spark.sql.classic.SparkSession",
        ("sharedState", "sessionState"),
        (SESSION,),
        "made by a constructor that is Spark's own",
    ),
    Java("org.apache.spark.sql.classic.SparkSession", ("setDefaultSession",), (OWNER,), "the first session"),
    Java(
        "org.apache.spark.sql.classic.SparkSession",
        ("setActiveSession", "clearActiveSession"),
        (CLASSIC,),
        "the variant's session",
    ),
    Java("org.apache.spark.sql.classic.SparkSession", ("interruptAll",), (JANITOR,), "ends what runs"),
    Java(
        "org.apache.spark.sql.classic.SparkSession",
        ("newSession", "sessionUUID"),
        ("jvm.connect",),
        "sessions that wait for a variant",
    ),
    Java(
        "org.apache.spark.sql.internal.SharedState",
        ("externalCatalog",),
        (SESSION, FINGERPRINT),
        "the catalog",
    ),
    Java(
        "org.apache.spark.sql.internal.SharedState",
        ("cacheManager", "activeStreamingQueries"),
        (JANITOR, FINGERPRINT),
        "cleared and compared",
    ),
    Java("org.apache.spark.sql.internal.SharedState", ("statusStore",), (JANITOR,), "listens to all jobs"),
    Java(
        "org.apache.spark.sql.execution.ui.SQLAppStatusStore",
        ("listener",),
        (JANITOR,),
        "or it stays for ever",
    ),
    Java("org.apache.spark.sql.execution.CacheManager", ("clearCache",), (JANITOR,), "cleared"),
    Java("org.apache.spark.sql.execution.CacheManager", ("isEmpty",), (FINGERPRINT,), "compared"),
    Java(
        "org.apache.spark.sql.catalyst.catalog.ExternalCatalog",
        ("listDatabases", "listTables"),
        (FINGERPRINT,),
        "compared",
    ),
    Java("org.apache.spark.sql.internal.SessionState", ("conf",), (FINGERPRINT,), "compared"),
    Java("org.apache.spark.sql.internal.SQLConf", ("settings",), (FINGERPRINT,), "compared"),
    Java(
        "org.apache.spark.sql.catalyst.analysis.FunctionRegistry$",
        ("builtin",),
        (SESSION,),
        "takes out SQL's ways into Java",
    ),
    Java(
        "org.apache.spark.sql.catalyst.analysis.SimpleFunctionRegistry",
        ("dropFunction",),
        (SESSION,),
        "likewise",
    ),
    Java("org.apache.spark.sql.catalyst.FunctionIdentifier", (), (SESSION,), "likewise"),
    Java(
        "org.apache.spark.sql.streaming.StreamingQueryListener$QueryStartedEvent",
        ("jobTags",),
        (TAGS,),
        "hides the variant's job tag",
    ),
    Java("scala.None$", (), (JANITOR,), "the folder for checkpoints is forgotten"),
    # --- Connect ---
    Java(
        "org.apache.spark.sql.connect.service.SessionHolder",
        ("initializeSession", "sessionId"),
        ("jvm.connect",),
        "sessions that wait for a variant",
    ),
    Java("org.apache.spark.sql.connect.service.SessionKey", (), ("jvm.connect",), "ends them"),
    Java(
        "org.apache.spark.sql.connect.service.SparkConnectService", ("start",), ("jvm.connect",), "the server"
    ),
    Java(
        "org.apache.spark.sql.connect.service.SparkConnectService$",
        ("sessionManager", "localPort"),
        ("jvm.connect",),
        "the server",
    ),
    Java(
        "org.apache.spark.sql.connect.service.SparkConnectSessionManager",
        ("putSessionForTesting", "closeSession"),
        ("jvm.connect",),
        "sessions that wait for a variant",
    ),
    # --- what comes with Spark, and Delta Lake ---
    Java(
        "org.codehaus.janino.SimpleCompiler", ("cook", "getClassLoader"), (LISTENER,), "compiles the listener"
    ),
    Java("org.apache.spark.sql.delta.DeltaLog", ("clearCache",), (JANITOR,), "logs are kept by path"),
    Java("org.apache.spark.sql.delta.catalog.DeltaCatalog", (), ("jvm.flags",), "public, a setting"),
    Java("io.delta.sql.DeltaSparkSessionExtension", (), ("jvm.flags",), "public, a setting"),
)
