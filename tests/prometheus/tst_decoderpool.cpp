// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/decoderpool.h"

#include "tests/prometheus/answergenerator.h"

#include <QTest>

#include <mutex>
#include <thread>

namespace sockeye {

namespace {

constexpr std::size_t workers = 4;
constexpr std::size_t answers = 60;

std::vector<QByteArray> randomAnswers()
{
    test::AnswerGenerator generator(51);
    std::vector<QByteArray> bodies;
    for (std::size_t i = 0; i < answers; ++i)
        bodies.push_back(generator.next());
    return bodies;
}

} // namespace

class TestDecoderPool final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lendsWhatWasGivenBack();
    void twoLoansAreTwoDecoders();
    void answersOutliveTheirDecodersThread();
};

void TestDecoderPool::lendsWhatWasGivenBack()
{
    DecoderPool pool;
    const AnswerDecoder *first = nullptr;
    {
        const DecoderPool::Loan loan(pool);
        first = &*loan;
    }
    const DecoderPool::Loan loan(pool);
    QCOMPARE(&*loan, first);
}

void TestDecoderPool::twoLoansAreTwoDecoders()
{
    DecoderPool pool;
    const DecoderPool::Loan one(pool);
    const DecoderPool::Loan other(pool);
    QVERIFY(&*one != &*other);
}

// What a decoder keeps, labels above all, is shared with its answers, and those are read and let go elsewhere
// while another thread goes on with the decoder.
void TestDecoderPool::answersOutliveTheirDecodersThread()
{
    const std::vector<QByteArray> bodies = randomAnswers();
    DecoderPool pool;
    std::mutex mutex;
    std::vector<std::vector<DecodedAnswer>> decoded(answers);
    const auto work = [&](std::size_t first) {
        for (std::size_t i = 0; i < answers; ++i) {
            const std::size_t index = (first + i) % answers;
            const DecoderPool::Loan loan(pool);
            auto answer = (*loan).decode(bodies[index]);
            const std::lock_guard lock(mutex);
            if (answer)
                decoded[index].push_back(std::move(*answer));
        }
    };
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < workers; ++i)
        threads.emplace_back(work, i * answers / workers);
    AnswerDecoder alone;
    const auto takeOne = [&](std::size_t index) {
        const std::lock_guard lock(mutex);
        return decoded[index].empty() ? std::nullopt : std::optional(decoded[index].front());
    };
    std::size_t different = 0;
    for (std::size_t i = 0; i < answers; ++i) { // beside the threads
        const std::optional<DecodedAnswer> early = takeOne(i);
        different += !early || early == *alone.decode(bodies[i]) ? 0U : 1U;
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(different, 0U);
    for (std::size_t i = 0; i < answers; ++i) {
        QCOMPARE(decoded[i].size(), workers);
        for (const DecodedAnswer &answer : decoded[i])
            QVERIFY(answer == *alone.decode(bodies[i]));
    }
}

} // namespace sockeye

QTEST_GUILESS_MAIN(sockeye::TestDecoderPool)
#include "tst_decoderpool.moc"
