package org.vmn.runtime.spark;

import java.io.Serializable;
import java.util.ArrayList;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import org.vmn.runtime.simulate.SimulationException;
import scala.Function2;
import scala.collection.Iterator;

/** What an executor does: the trials whose numbers it is given. */
final class Work
    implements Function2<TaskContext, Iterator<Integer>, ArrayList<Finished>>, Serializable {
  private static final long serialVersionUID = 1;

  private final Broadcast<Cargo> cargo;

  Work(Broadcast<Cargo> cargo) {
    this.cargo = cargo;
  }

  @Override
  public ArrayList<Finished> apply(TaskContext task, Iterator<Integer> numbers) {
    ArrayList<Finished> finished = new ArrayList<>();
    while (numbers.hasNext()) {
      int number = numbers.next();
      try {
        finished.add(Finished.of(number, cargo.value().trial(number).run(task::isInterrupted)));
      } catch (SimulationException e) {
        finished.add(Finished.refused(number));
      }
    }
    return finished;
  }
}
