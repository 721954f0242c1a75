// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Decodes one answer again and again, once for each line on its input, and prints the processor time of each
// decoding in nanoseconds. With "peak" it decodes once and prints the bytes that this took at most, and those
// that the decoded columns take.

#include "core/prometheus/resultdecoder.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <iostream>
#include <set>
#include <string>

namespace {

using namespace Qt::StringLiterals;

QByteArray readFile(const char *name)
{
    QFile file(QString::fromLocal8Bit(name));
    if (!file.open(QIODevice::ReadOnly)) {
        std::fprintf(stderr, "cannot read %s\n", name);
        std::exit(2);
    }
    return file.readAll();
}

qint64 processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return qint64{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// What a program makes of an answer that has nothing but Qt. Returns a sum, so that nothing can be left out.
double decodeByQt(const QByteArray &body)
{
    double sum = 0.0;
    const QJsonArray list = QJsonDocument::fromJson(body)["data"_L1]["result"_L1].toArray();
    for (const QJsonValue &one : list) {
        const QJsonArray samples = one["values"_L1].toArray();
        std::vector<double> times;
        std::vector<double> values;
        times.reserve(static_cast<std::size_t>(samples.size()));
        values.reserve(static_cast<std::size_t>(samples.size()));
        for (const QJsonValue &sample : samples) {
            times.push_back(sample[0].toDouble());
            values.push_back(sample[1].toString().toDouble());
        }
        sum += times.back() + values.back();
    }
    return sum;
}

double decodeByOurs(sockeye::AnswerDecoder &decoder, const QByteArray &body)
{
    double sum = 0.0;
    const auto answer = decoder.decode(body);
    if (!answer || !decoder.wasUsual()) {
        std::fprintf(stderr, "the answer was not of the usual shape\n");
        std::exit(1);
    }
    for (const sockeye::TimeSeries &series : answer->result.series)
        sum +=
            static_cast<double>(sockeye::toMilliseconds(series.times.back())) / 1000.0 + series.values.back();
    return sum;
}

// From /proc/self/status, in bytes.
qint64 memory(const QByteArray &field)
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size() + 1).simplified().split(' ').constFirst().toLongLong() * 1024;
    }
    return 0;
}

int measurePeak(const QByteArray &body)
{
    const qint64 before = memory("VmRSS");
    sockeye::AnswerDecoder decoder;
    const auto answer = decoder.decode(body);
    const qint64 peak = memory("VmHWM") - before;
    if (!answer)
        return 1;
    std::size_t columns = 0;
    std::set<const sockeye::Timestamp *> counted;
    for (const sockeye::TimeSeries &series : answer->result.series) {
        columns += series.values.size() * sizeof(double);
        if (counted.insert(series.times.begin()).second)
            columns += series.times.size() * sizeof(sockeye::Timestamp);
    }
    std::printf("%lld %zu\n", static_cast<long long>(peak), columns);
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: ingestbench ours|qt|peak FILE\n", stderr);
        return 2;
    }
    const std::string mode = argv[1];
    const QByteArray body = readFile(argv[2]);
    if (mode == "peak")
        return measurePeak(body);
    sockeye::AnswerDecoder decoder;
    for (std::string line; std::getline(std::cin, line);) {
        const qint64 before = processorTime();
        const double sum = mode == "qt" ? decodeByQt(body) : decodeByOurs(decoder, body);
        const qint64 after = processorTime();
        std::printf("%lld %.17g\n", static_cast<long long>(after - before), sum);
        std::fflush(stdout);
    }
    return 0;
}
