// The reference workloads of flows on SimGrid: simgrid <star:HOSTS|tree:K> FLOWS.csv
// Prints: seconds of processor time of the run, mean and 99th percentile of completion in ms, MB.
#include <simgrid/s4u.hpp>
#include <sys/resource.h>
#include <algorithm>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace sg4 = simgrid::s4u;
using Hop = sg4::LinkInRoute;
using Wire = sg4::SplitDuplexLink;

struct Flow {
  double start;
  int from;
  int to;
  double bytes;
};

static std::vector<Flow> flows;
static std::vector<double> finished;
static std::vector<sg4::Host*> hosts;

static double processor_seconds() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
}

static void load(const char* file) {
  std::ifstream in(file);
  std::string line;
  std::getline(in, line);
  while (std::getline(in, line)) {
    long id, start, bytes;
    Flow flow;
    sscanf(line.c_str(), "%ld,%ld,%d,%d,%ld", &id, &start, &flow.from, &flow.to, &bytes);
    flow.start = start * 1e-9;
    flow.bytes = bytes;
    flows.push_back(flow);
  }
  finished.assign(flows.size(), -1);
}

static Wire* wire(sg4::NetZone* zone, const std::string& name, double bandwidth, double latency) {
  auto* link = zone->create_split_duplex_link(name, bandwidth);
  link->set_latency(latency);
  link->seal();
  return link;
}

static sg4::Host* host(sg4::NetZone* zone, int number) {
  return zone->create_host("h" + std::to_string(number), 1e9)->seal();
}

static void star(int count) {
  auto* zone = sg4::create_star_zone("star");
  for (int i = 0; i < count; i++) {
    hosts.push_back(host(zone, i));
    auto* up = wire(zone, "l" + std::to_string(i), 1e9 / 8, 5e-6);
    zone->add_route(hosts[i]->get_netpoint(), nullptr, nullptr, nullptr, std::vector<Hop>{Hop(up, Hop::Direction::UP)}, true);
  }
  zone->seal();
}

// All latency is at the hosts: SimGrid gives flows less the more latency they have, and only then shares as others do.
static void tree(int k) {
  int half = k / 2;
  int count = k * half * half;
  double speed = 10e9 / 8;
  auto* zone = sg4::create_full_zone("tree");
  std::vector<Wire*> edge, aggregation, core;
  for (int i = 0; i < count; i++) {
    hosts.push_back(host(zone, i));
    edge.push_back(wire(zone, "e" + std::to_string(i), speed, 3e-6));
  }
  for (int i = 0; i < k * half * half; i++) {
    aggregation.push_back(wire(zone, "a" + std::to_string(i), speed, 0));
    core.push_back(wire(zone, "c" + std::to_string(i), speed, 0));
  }
  for (int from = 0; from < count; from++) {
    for (int to = 0; to < count; to++) {
      if (from == to) {
        continue;
      }
      int pod_from = from / (half * half), pod_to = to / (half * half);
      int edge_from = from / half, edge_to = to / half;
      int a = to % half, c = edge_to % half;
      std::vector<Hop> way{Hop(edge[from], Hop::Direction::UP)};
      if (edge_from != edge_to) {
        way.emplace_back(aggregation[edge_from * half + a], Hop::Direction::UP);
        if (pod_from != pod_to) {
          way.emplace_back(core[(pod_from * half + a) * half + c], Hop::Direction::UP);
          way.emplace_back(core[(pod_to * half + a) * half + c], Hop::Direction::DOWN);
        }
        way.emplace_back(aggregation[edge_to * half + a], Hop::Direction::DOWN);
      }
      way.emplace_back(edge[to], Hop::Direction::DOWN);
      zone->add_route(hosts[from]->get_netpoint(), hosts[to]->get_netpoint(), nullptr, nullptr, way, false);
    }
  }
  zone->seal();
}

static void send(size_t i) {
  sg4::Comm::sendto(hosts[flows[i].from], hosts[flows[i].to], static_cast<uint64_t>(flows[i].bytes));
  finished[i] = sg4::Engine::get_clock();
}

static void source() {
  for (size_t i = 0; i < flows.size(); i++) {
    sg4::this_actor::sleep_until(flows[i].start);
    sg4::Actor::create("flow", hosts[flows[i].from], send, i);
  }
}

int main(int argc, char** argv) {
  sg4::Engine engine(&argc, argv);
  std::string topology = argv[1];
  load(argv[2]);
  int size = std::stoi(topology.substr(5));
  topology[0] == 's' ? star(size) : tree(size);
  sg4::Actor::create("source", hosts[0], source);
  double before = processor_seconds();
  engine.run();
  double took = processor_seconds() - before;
  std::vector<double> times;
  double sum = 0;
  for (size_t i = 0; i < flows.size(); i++) {
    times.push_back(finished[i] - flows[i].start);
    sum += times.back();
  }
  std::sort(times.begin(), times.end());
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  printf("%.3f %.4f %.4f %ld\n", took, sum / times.size() * 1e3, times[(size_t)(times.size() * 0.99)] * 1e3, used.ru_maxrss / 1024);
}
