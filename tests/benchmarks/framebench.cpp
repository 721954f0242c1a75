// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads and masks frames in memory, again and again, and prints the median of the rounds: a line a figure,
// its name, the value and the unit, and for some the value of the plain way to do the same.

#include "core/base/random.h"
#include "core/probe/clientsession.h"
#include "core/probe/utf8validator.h"

#include <QByteArray>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>

namespace {

using namespace sockeye;

constexpr std::size_t rounds = 11;
constexpr std::size_t bufferSize = std::size_t{64} << 10U;
constexpr std::size_t repetitions = 400;

double processorSeconds()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

double secondsFor(const std::function<void()> &work)
{
    const double before = processorSeconds();
    for (std::size_t i = 0; i < repetitions; ++i)
        work();
    return (processorSeconds() - before) / static_cast<double>(repetitions);
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

double seconds(const std::function<void()> &work)
{
    std::vector<double> times;
    for (std::size_t i = 0; i < rounds; ++i)
        times.push_back(secondsFor(work));
    return median(times);
}

// What cannot be left out, because it is looked at in the end.
std::size_t sink = 0;

std::span<const std::byte> toSpan(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

std::vector<std::byte> streamOf(unsigned opcode, std::size_t payload, std::size_t &frames)
{
    std::vector<std::byte> stream;
    for (frames = 0; stream.size() < bufferSize; ++frames) {
        stream.push_back(static_cast<std::byte>(0x80U | opcode));
        stream.push_back(static_cast<std::byte>(payload));
        stream.insert(stream.end(), payload, std::byte{'x'});
    }
    return stream;
}

void readTexts()
{
    std::size_t frames = 0;
    const std::vector<std::byte> stream = streamOf(1, 64, frames);
    FrameReader reader;
    const double time = seconds([&] {
        reader.feed(stream);
        for (FrameEvent event = reader.next(); !isNeedMore(event); event = reader.next())
            ++sink;
    });
    std::printf("texts-of-64-bytes %.4g M/s\n", static_cast<double>(frames) / time / 1e6);
}

void answerPings()
{
    std::size_t frames = 0;
    const std::vector<std::byte> ping = streamOf(9, 16, frames);
    const auto one = std::span(ping).first(18);
    RandomSource random(1);
    ClientSession session({}, random);
    std::vector<std::byte> output;
    const double time = seconds([&] {
        for (int i = 0; i < 1000; ++i) {
            session.feed(one);
            while (!isNeedMore(session.next())) { }
            session.takeOutput(output);
            sink += output.size();
        }
    });
    std::printf("pings-answered %.4g M/s\n", 1000.0 / time / 1e6);
}

void maskBytewise(std::span<std::byte> bytes, MaskKey key)
{
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] ^= key[i % 4];
}

void mask()
{
    std::vector<std::byte> bytes(bufferSize, std::byte{'x'});
    constexpr MaskKey key{std::byte{1}, std::byte{2}, std::byte{3}, std::byte{4}};
    const double ours = seconds([&] { applyMask(bytes, key); });
    const double plain = seconds([&] { maskBytewise(bytes, key); });
    sink += std::to_integer<std::size_t>(bytes[7]);
    const double size = static_cast<double>(bufferSize) / 1e9;
    std::printf("masking %.4g GB/s bytewise %.4g\n", size / ours, size / plain);
}

void validate(const char *name, const QByteArray &unit)
{
    const QByteArray text = unit.repeated(static_cast<qsizetype>(bufferSize) / unit.size());
    const double ours = seconds([&] { sink += isUtf8(toSpan(text)) ? std::size_t{1} : 0; });
    const double qt = seconds([&] {
        QStringDecoder decoder(QStringConverter::Utf8);
        const QString decoded = decoder.decode(text);
        sink += decoder.hasError() ? 0 : static_cast<std::size_t>(decoded.size());
    });
    const double size = static_cast<double>(text.size()) / 1e9;
    std::printf("%s %.4g GB/s qstringdecoder %.4g\n", name, size / ours, size / qt);
}

} // namespace

int main()
{
    readTexts();
    answerPings();
    mask();
    validate("utf8-json", R"({"id":12345,"name":"node-17","state":"open","rtt":0.0123},)");
    validate("utf8-mixed", "größer, 连接断开, перезапуск, κόσμε, plain text; ");
    std::printf("session %zu bytes\n", sizeof(ClientSession));
    return sink > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
