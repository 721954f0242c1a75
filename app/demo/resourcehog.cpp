// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/resourcehog.h"

#include <algorithm>
#include <stop_token>

using namespace std::chrono_literals;

namespace sockeye::demo {

namespace {

constexpr auto stepInterval = 500ms;
constexpr std::size_t megabyte = 1'024 * 1'024;
// Above the largest size that malloc ever takes from its heap, so that freeing lowers the resident size.
constexpr std::size_t blockSize = 40 * megabyte;
constexpr auto spinPeriod = 20ms;

void spinWhileBusy(const std::stop_token &stop, const FaultBoard &faults)
{
    while (!stop.stop_requested()) {
        const int percent = faults.parameter(Fault::Busy).value_or(0);
        const auto start = std::chrono::steady_clock::now();
        while (std::chrono::steady_clock::now() - start < spinPeriod * percent / 100) { }
        std::this_thread::sleep_until(start + spinPeriod);
    }
}

} // namespace

ResourceHog::ResourceHog(const FaultBoard &faults, QObject *parent)
    : QObject(parent)
    , m_faults(faults)
{
    connect(&m_timer, &QTimer::timeout, this, &ResourceHog::followFaults);
    m_timer.start(stepInterval);
}

ResourceHog::~ResourceHog() = default;

void ResourceHog::followFaults()
{
    followLeak();
    followBusy();
}

void ResourceHog::followLeak()
{
    const std::optional<int> megabytes = m_faults.parameter(Fault::Leak);
    if (!megabytes) {
        m_leaked.clear();
        return;
    }
    const std::size_t wanted = static_cast<std::size_t>(*megabytes) * megabyte;
    if (m_leaked.size() * blockSize >= wanted)
        return;
    auto &block = m_leaked.emplace_back(std::make_unique_for_overwrite<char[]>(blockSize));
    // Only what was written to is resident.
    std::fill_n(block.get(), std::min(blockSize, wanted - (m_leaked.size() - 1) * blockSize), '\1');
}

void ResourceHog::followBusy()
{
    const bool busy = m_faults.isActive(Fault::Busy);
    if (busy && !m_spinner.joinable())
        m_spinner = std::jthread([this](const std::stop_token &stop) { spinWhileBusy(stop, m_faults); });
    if (!busy && m_spinner.joinable())
        m_spinner = {};
}

} // namespace sockeye::demo
