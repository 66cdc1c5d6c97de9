package org.vmn.tests.bench;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.vmn.runtime.simulate.queue.CalendarQueue;
import org.vmn.tests.simulate.SplitMix;

/**
 * The hold model (Jones: An empirical comparison of priority-queue and event-set implementations,
 * 1986): take the next event, put one an exponential time later.
 */
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark {
  private static final int DRAWN = 1 << 16;

  private record Event(long time, int number) implements Comparable<Event> {
    @Override
    public int compareTo(Event other) {
      return Long.compare(time, other.time);
    }
  }

  @Param({"300", "10000", "100000", "1000000"})
  public int events;

  private final long[] ahead = new long[DRAWN];
  private int drawn;
  private CalendarQueue calendar;
  private PriorityQueue<Event> heap;

  @Setup
  public void setUp() {
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < DRAWN; i++) {
      ahead[i] = (long) (random.exponential(1) * 1e9);
    }
    calendar = new CalendarQueue();
    heap = new PriorityQueue<>();
    for (int i = 0; i < events; i++) {
      calendar.put(i, next());
      heap.add(new Event(next(), i));
    }
  }

  private long next() {
    return ahead[drawn++ & DRAWN - 1];
  }

  @Benchmark
  public int calendar() {
    long now = calendar.time();
    int event = calendar.take();
    calendar.put(event, now + next());
    return event;
  }

  @Benchmark
  public int priorityQueue() {
    Event event = heap.remove();
    heap.add(new Event(event.time + next(), event.number));
    return event.number;
  }
}
