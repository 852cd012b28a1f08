"""Objects and methods: a simulation of machines that send each other jobs through queues."""

GROUP = "language"
SIZE = 1400


class Job:
    def __init__(self, number, weight):
        self.number = number
        self.weight = weight
        self.hops = 0


class Machine:
    def __init__(self, plant, name):
        self.plant = plant
        self.name = name
        self.queue = []
        self.done = 0

    def accept(self, job):
        self.queue.append(job)

    def step(self):
        if not self.queue:
            return False
        job = self.queue.pop(0)
        self.work(job)
        self.done += 1
        return True

    def work(self, job):
        raise NotImplementedError


class Splitter(Machine):
    def work(self, job):
        if job.weight > 1:
            half = job.weight // 2
            self.plant.send(self, Job(job.number * 2, half))
            self.plant.send(self, Job(job.number * 2 + 1, job.weight - half))
        else:
            self.plant.finish(job)


class Sorter(Machine):
    def __init__(self, plant, name, modulus):
        super().__init__(plant, name)
        self.modulus = modulus

    def work(self, job):
        job.hops += 1
        if job.hops < 3 and job.number % self.modulus:
            self.plant.send(self, job)
        else:
            self.plant.finish(job)


class Plant:
    def __init__(self):
        self.finished = 0
        self.weight = 0
        self.machines = [Splitter(self, "a"), Sorter(self, "b", 3), Splitter(self, "c"), Sorter(self, "d", 5)]

    def send(self, source, job):
        position = (self.machines.index(source) + job.number) % len(self.machines)
        self.machines[position].accept(job)

    def finish(self, job):
        self.finished += 1
        self.weight += job.weight

    def run(self):
        busy = True
        while busy:
            busy = False
            for machine in self.machines:
                if machine.step():
                    busy = True


def run(size):
    plant = Plant()
    for number in range(1, size // 10):
        plant.send(plant.machines[number % 4], Job(number, number % 23 + 1))
    plant.run()
    return plant.finished, plant.weight, [m.done for m in plant.machines]
