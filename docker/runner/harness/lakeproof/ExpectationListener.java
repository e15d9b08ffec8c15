package lakeproof;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.execution.streaming.runtime.IncrementalExecution;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionEnd;
import org.apache.spark.sql.streaming.StreamingQueryListener;

/**
 * Writes what queries observe under "lakeproof:FOLDER:RUN:DATASET" as JSON lines into ROOT/FOLDER/RUN.
 * A query's author chooses its name: nothing but an existing folder of ROOT can be written to.
 * Compiled by Janino, which knows neither lambdas nor generics.
 */
public class ExpectationListener extends SparkListener {
  private static final Pattern NAME = Pattern.compile("lakeproof:([0-9a-f-]{36}):([0-9a-f]{32}):([\\w.]*)");
  private static final OpenOption[] APPEND =
      new OpenOption[] {StandardOpenOption.CREATE, StandardOpenOption.APPEND};
  private final String root;

  public ExpectationListener(String root) {
    this.root = root;
  }

  public void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof StreamingQueryListener.QueryProgressEvent) {
      write(((StreamingQueryListener.QueryProgressEvent) event).progress().observedMetrics());
    } else if (event instanceof SparkListenerSQLExecutionEnd) {
      SparkListenerSQLExecutionEnd end = (SparkListenerSQLExecutionEnd) event;
      // A stream's batches end too; they are told by its progress already.
      if (end.qe() == null || end.qe() instanceof IncrementalExecution || end.executionFailure().isDefined()) {
        return;
      }
      write(scala.jdk.javaapi.CollectionConverters.asJava(end.qe().observedMetrics()));
    }
  }

  private void write(Map metrics) {
    Iterator entries = metrics.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry entry = (Map.Entry) entries.next();
      Matcher name = NAME.matcher((String) entry.getKey());
      File folder = name.matches() ? new File(root, name.group(1)) : null;
      if (folder != null && folder.isDirectory()) {
        append(new File(folder, name.group(2)), name.group(3), (Row) entry.getValue());
      }
    }
  }

  private static void append(File file, String dataset, Row metrics) {
    String line = "{\"dataset\": \"" + dataset + "\", \"metrics\": " + metrics.json() + "}\n";
    try {
      Files.write(file.toPath(), line.getBytes(StandardCharsets.UTF_8), APPEND);
    } catch (java.io.IOException error) {
      // Counting must not end a query: whoever reads the counts finds them missing.
    }
  }
}
