package org.vmn.runtime.spark;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.vmn.runtime.campaign.Campaign;
import org.vmn.runtime.campaign.CampaignEngine;
import org.vmn.runtime.campaign.CampaignResult;
import org.vmn.runtime.campaign.Collector;
import org.vmn.runtime.campaign.EngineException;
import org.vmn.runtime.campaign.Outcome;
import org.vmn.runtime.simulate.SimulationException;
import scala.Function2;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * Runs trials as tasks of a Spark cluster. A lost worker's tasks are carried out again elsewhere;
 * outcomes are put together by number, so the result has the same bytes as {@link
 * org.vmn.runtime.campaign.LocalEngine}'s.
 */
final class SparkEngine implements CampaignEngine {
  /** Enough to spread over a large cluster, and few enough that their overhead doesn't show. */
  private static final int MOST_TASKS = 1000;

  private static final long WATCH_MILLIS = 200;

  private final String address;

  SparkEngine(String address) {
    this.address = address;
  }

  @Override
  public CampaignResult run(Campaign campaign, DoubleConsumer progress, BooleanSupplier cancelled)
      throws SimulationException {
    Collector collector = new Collector(campaign);
    ConcurrentLinkedQueue<Integer> refused = new ConcurrentLinkedQueue<>();
    try (JavaSparkContext spark = new JavaSparkContext(conf())) {
      Thread watch = watch(spark, cancelled);
      JavaRDD<Integer> numbers =
          spark.parallelize(
              IntStream.range(0, campaign.trials()).boxed().toList(),
              Math.min(campaign.trials(), MOST_TASKS));
      Function2<Object, ArrayList<Finished>, BoxedUnit> take =
          (task, all) -> {
            for (Finished finished : all) {
              if (finished.figures() == null) {
                refused.add(finished.number());
              } else {
                collector.accept(
                    finished.number(), new Outcome(finished.figures(), finished.passed()));
              }
            }
            progress.accept((double) collector.done() / campaign.trials());
            return BoxedUnit.UNIT;
          };
      List<Object> partitions = new ArrayList<>();
      IntStream.range(0, numbers.getNumPartitions()).forEach(partitions::add);
      ClassTag<ArrayList<Finished>> tag = ClassTag$.MODULE$.apply(ArrayList.class);
      spark
          .sc()
          .runJob(
              numbers.rdd(),
              new Work(spark.broadcast(new Cargo(campaign))),
              CollectionConverters.asScala(partitions).toSeq(),
              take,
              tag);
      watch.interrupt();
    } catch (Exception e) {
      // Scala's methods don't say which checked exceptions they throw.
      if (!cancelled.getAsBoolean()) {
        throw new EngineException(
            "the cluster `%s` can't go on: %s".formatted(address, firstLine(e)),
            "see that its master and a worker are up, and have the same version of Spark");
      }
    }
    if (!refused.isEmpty()) {
      // Refused here with the same words, and with the place in the source.
      campaign.trial(refused.peek()).run(cancelled);
    }
    return collector.result();
  }

  private static Thread watch(JavaSparkContext spark, BooleanSupplier cancelled) {
    return Thread.ofPlatform()
        .daemon()
        .name("spark-cancel")
        .start(() -> {
          try {
            while (!cancelled.getAsBoolean()) {
              Thread.sleep(WATCH_MILLIS);
            }
            spark.cancelAllJobs();
          } catch (InterruptedException e) {
            return; // all is done
          }
        });
  }

  private SparkConf conf() {
    SparkConf conf = new SparkConf().setAppName("vmn simulate");
    if (!address.equals("spark")) {
      conf.setMaster(address);
    }
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.log.level", "ERROR");
    return withOurClasses(conf);
  }

  /** Executors get the simulator's jars; folders of classes must be at the same place there. */
  private static SparkConf withOurClasses(SparkConf conf) {
    Set<String> jars = new LinkedHashSet<>();
    Set<String> folders = new LinkedHashSet<>();
    for (Class<?> type : List.of(SparkEngine.class, Campaign.class, Gson.class, Histogram.class)) {
      String place = type.getProtectionDomain().getCodeSource().getLocation().getPath();
      (place.endsWith(".jar") ? jars : folders).add(place);
    }
    conf.setJars(jars.toArray(String[]::new));
    if (!folders.isEmpty()) {
      conf.set("spark.executor.extraClassPath", String.join(":", folders));
    }
    return conf;
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
