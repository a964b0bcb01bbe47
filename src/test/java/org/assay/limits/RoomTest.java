package org.assay.limits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room(2, 2);

    private static boolean in(Room.Visit visit) {
        return visit.admitted().getNow(false);
    }

    private static boolean waits(Room.Visit visit) {
        return !visit.admitted().isDone();
    }

    private static boolean turnedAway(Room.Visit visit) {
        return !waits(visit) && !in(visit);
    }

    @Test
    void two_are_in_two_wait_and_the_fifth_is_turned_away_at_once() {
        assertTrue(in(room.enter()));
        assertTrue(in(room.enter()));
        assertTrue(waits(room.enter()));
        assertTrue(waits(room.enter()));
        assertTrue(turnedAway(room.enter()));
    }

    @Test
    void a_place_goes_to_who_has_waited_longest_and_is_given_once() {
        var first = room.enter();
        room.enter();
        var third = room.enter();
        var fourth = room.enter();
        first.end();
        first.end();
        assertTrue(in(third));
        assertTrue(waits(fourth));
        third.end();
        assertTrue(in(fourth));
    }

    @Test
    void whoever_gives_up_waiting_is_turned_away_and_leaves_the_bench_to_another() {
        room.enter();
        room.enter();
        var third = room.enter();
        room.enter();
        third.giveUp();
        assertTrue(turnedAway(third));
        assertTrue(waits(room.enter()));
        assertTrue(turnedAway(room.enter()));
    }

    @Test
    void giving_up_and_ending_mean_nothing_to_those_who_are_in_or_were_turned_away() {
        var first = room.enter();
        first.giveUp();
        assertTrue(in(first));
        room.enter();
        room.enter();
        room.enter();
        var fifth = room.enter();
        fifth.end();
        assertTrue(turnedAway(room.enter()));
    }

    @Test
    void never_more_are_in_than_there_are_places_and_all_places_come_back() throws Exception {
        var small = new Room(3, 50);
        var inside = new AtomicInteger();
        var most = new AtomicInteger();
        var through = new AtomicInteger();
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                threads.submit(() -> {
                    start.await();
                    for (int n = 0; n < 200; n++) {
                        var visit = small.enter();
                        if (visit.admitted().get()) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                            through.incrementAndGet();
                            Thread.yield();
                            inside.decrementAndGet();
                        }
                        visit.end();
                    }
                    return null;
                });
            }
            start.countDown();
        }
        assertEquals(40 * 200, through.get());
        assertTrue(most.get() <= 3, "in at once: " + most);
        var after = new ArrayList<Room.Visit>();
        for (int i = 0; i < 4; i++) {
            after.add(small.enter());
        }
        assertTrue(in(after.get(2)));
        assertFalse(in(after.get(3)));
    }
}
