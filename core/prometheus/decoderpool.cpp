// SPDX-FileCopyrightText: 2026 The Sockeye developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/prometheus/decoderpool.h"

#include <QMutexLocker>

namespace sockeye {

DecoderPool::DecoderPool() = default;
DecoderPool::~DecoderPool() = default;

DecoderPool::Loan::Loan(DecoderPool &pool)
    : m_pool(pool)
{
    const QMutexLocker locker(&pool.m_mutex);
    if (pool.m_idle.empty()) {
        m_decoder = std::make_unique<AnswerDecoder>();
        return;
    }
    m_decoder = std::move(pool.m_idle.back());
    pool.m_idle.pop_back();
}

DecoderPool::Loan::~Loan()
{
    const QMutexLocker locker(&m_pool.m_mutex);
    m_pool.m_idle.push_back(std::move(m_decoder));
}

} // namespace sockeye
