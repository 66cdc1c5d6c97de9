import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cloudsimplus.allocationpolicies.VmAllocationPolicySimple;
import org.cloudsimplus.brokers.DatacenterBrokerSimple;
import org.cloudsimplus.cloudlets.Cloudlet;
import org.cloudsimplus.cloudlets.CloudletSimple;
import org.cloudsimplus.core.CloudSimPlus;
import org.cloudsimplus.datacenters.DatacenterSimple;
import org.cloudsimplus.hosts.Host;
import org.cloudsimplus.hosts.HostSimple;
import org.cloudsimplus.resources.Pe;
import org.cloudsimplus.resources.PeSimple;
import org.cloudsimplus.schedulers.cloudlet.CloudletSchedulerTimeShared;
import org.cloudsimplus.schedulers.vm.VmSchedulerTimeShared;
import org.cloudsimplus.util.Log;
import org.cloudsimplus.utilizationmodels.UtilizationModelFull;
import org.cloudsimplus.vms.Vm;
import org.cloudsimplus.vms.VmSimple;

/**
 * The reference workload W3 on CloudSim Plus: CloudSim TASKS.csv HOSTS. Prints seconds of processor
 * time, mean and 99th percentile of a task's time in ms, and how many tasks finished.
 */
public final class CloudSim {
  private CloudSim() {}

  public static void main(String[] args) throws IOException {
    Log.setLevel(Level.OFF);
    int count = Integer.parseInt(args[1]);
    List<String> lines = Files.readAllLines(Path.of(args[0]));
    CloudSimPlus simulation = new CloudSimPlus(0.01);
    List<Host> hosts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Pe> pes = new ArrayList<>();
      for (int pe = 0; pe < 32; pe++) {
        pes.add(new PeSimple(1000));
      }
      hosts.add(
          new HostSimple(256_000, 10_000, 1_000_000, pes)
              .setVmScheduler(new VmSchedulerTimeShared()));
    }
    VmAllocationPolicySimple placement = new VmAllocationPolicySimple();
    placement.setFindHostForVmFunction(
        (policy, vm) -> Optional.of(hosts.get((int) (vm.getId() % count))));
    DatacenterSimple centre = new DatacenterSimple(simulation, hosts, placement);
    centre.setSchedulingInterval(0);
    DatacenterBrokerSimple broker = new DatacenterBrokerSimple(simulation);
    List<Vm> machines = new ArrayList<>();
    for (int i = 0; i < 10 * count; i++) {
      Vm vm = new VmSimple(i, 1000, 2);
      vm.setRam(4000).setBw(100).setSize(1000);
      vm.setCloudletScheduler(new CloudletSchedulerTimeShared());
      machines.add(vm);
    }
    broker.submitVmList(machines);
    List<Cloudlet> tasks = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] row = lines.get(i).split(",");
      int id = Integer.parseInt(row[0]);
      Cloudlet task = new CloudletSimple(id, Math.round(Double.parseDouble(row[2])), 1);
      task.setUtilizationModelCpu(new UtilizationModelFull());
      task.setSubmissionDelay(Double.parseDouble(row[1]));
      task.setVm(machines.get(id % machines.size()));
      tasks.add(task);
    }
    broker.submitCloudletList(tasks);
    boolean[] drained = {false};
    simulation.addOnClockTickListener(tick -> {
      if (!drained[0] && tick.getTime() >= 300) {
        drained[0] = true;
        for (int i = 0; i < machines.size(); i++) {
          int from = i % count;
          if (from < count / 10) {
            Host to = hosts.get(from + count / 10 * (i / count % 9 + 1));
            centre.requestVmMigration(machines.get(i), to);
          }
        }
      }
    });
    var thread = ManagementFactory.getThreadMXBean();
    long before = thread.getCurrentThreadCpuTime();
    simulation.start();
    double took = (thread.getCurrentThreadCpuTime() - before) / 1e9;
    double[] times =
        broker.getCloudletFinishedList().stream()
            .map(c -> (Cloudlet) c)
            .mapToDouble(c -> c.getFinishTime() - c.getSubmissionDelay())
            .sorted()
            .toArray();
    double sum = 0;
    for (double time : times) {
      sum += time;
    }
    System.out.printf(
        Locale.ROOT,
        "%.3f %.4f %.4f %d%n",
        took,
        sum / times.length * 1e3,
        times[(int) (times.length * 0.99)] * 1e3,
        times.length);
  }
}
